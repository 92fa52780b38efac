import type { Language } from '../../../protocol/language.ts'
import type { LinkRole } from '../../../protocol/types.ts'
import type { NewMail } from '../mail-rows.ts'
import { oneLine } from '../mailer.ts'
import { asHtml, asText, type Letter } from './letter.ts'
import { wordsIn, type When, type Words } from './words.ts'

/** The room that a mail is about. `description` is plain text; `picture` an http or https address. */
type Room = { name: string; description: string; picture: string | null }

/** What a mail is to say. All addresses are whole http or https addresses; `hours`: for how long a link works. */
export type MailAbout =
  | { kind: 'verify-email' | 'reset-password' | 'change-email'; name: string; link: string; hours: number }
  /** To the address of before. */
  | { kind: 'email-changed'; name: string }
  | {
      kind: 'invitation'
      by: string
      role: LinkRole
      room: Room
      when: When | null
      link: string
      unsubscribe: string | null
    }
  | {
      kind: 'reminder'
      ahead: 'day' | 'hour' | 'soon'
      /** Whether they may have to come by the link of their invitation. */
      isInvited: boolean
      room: Room
      when: When
      link: string
      unsubscribe: string | null
    }
  | { kind: 'cancelled'; room: Room; when: When }
  /** `was`: null for one that is held after all. */
  | { kind: 'moved'; room: Room; when: When; was: When | null; link: string }

/** What a mail says, as it is queued with a key and whom it is for. */
export type Rendered = Pick<NewMail, 'kind' | 'subject' | 'html' | 'text' | 'unsubscribe'>

/** A mail in words of that language: one line of subject, a page, and the same as plain text. Throws where an address is no web address. */
export function renderMail(about: MailAbout & { language: Language }): Rendered {
  const letter = letterOf(about, wordsIn(about.language))
  for (const url of [letter.picture, letter.button?.url, letter.stop?.url])
    if (url !== undefined && url !== null) checkAddress(url)
  return {
    kind: about.kind,
    subject: letter.subject,
    html: asHtml(letter, about.language),
    text: asText(letter),
    unsubscribe: letter.stop?.url ?? null,
  }
}

function letterOf(about: MailAbout, words: Words): Letter {
  switch (about.kind) {
    case 'verify-email':
    case 'reset-password':
    case 'change-email':
      return linkLetter(about, words)
    case 'email-changed': {
      const { catalogue, say } = words
      const { subject, lead, help } = catalogue['email-changed']
      return { ...nothingElse(words), subject, lead: [hello(about.name, words), lead], small: [say(help)] }
    }
    case 'invitation':
      return invitation(about, words)
    case 'reminder':
    case 'cancelled':
    case 'moved':
      return roomLetter(about, words)
  }
}

function linkLetter({ kind, name, link, hours }: Extract<MailAbout, { hours: number }>, words: Words): Letter {
  const { catalogue, say } = words
  const { subject, lead, button } = catalogue[kind]
  return {
    ...nothingElse(words),
    subject,
    lead: [hello(name, words), lead],
    button: { words: button, url: link },
    small: [say(catalogue.works, { hours }), catalogue.notYou],
  }
}

function invitation(
  { by, role, room, when, link, unsubscribe }: Extract<MailAbout, { kind: 'invitation' }>,
  words: Words,
): Letter {
  const { catalogue, say } = words
  const { subject, lead, as, stop } = catalogue.invitation
  return {
    ...nothingElse(words),
    subject: oneLine(say(subject, { by, room: room.name })),
    lead: [say(lead, { by, room: room.name })],
    typed: room.description.trim(),
    after: [as[role]],
    picture: room.picture,
    facts: when ? [[catalogue.when, words.when(when)]] : [],
    button: { words: catalogue.open, url: link },
    small: [catalogue.forYou],
    stop: unsubscribe === null ? null : { words: stop, url: unsubscribe },
  }
}

type AboutRoom = Extract<MailAbout, { kind: 'reminder' | 'cancelled' | 'moved' }>

function roomLetter(about: AboutRoom, words: Words): Letter {
  const { catalogue, say } = words
  const was = about.kind === 'moved' && about.was ? ([[catalogue.before, words.when(about.was)]] as const) : []
  const { subject, lead } = saysOf(about, catalogue)
  const link = 'link' in about ? about.link : null
  const unsubscribe = about.kind === 'reminder' ? about.unsubscribe : null
  return {
    ...nothingElse(words),
    subject: oneLine(say(subject, { room: about.room.name })),
    lead: [say(lead, { room: about.room.name })],
    picture: about.room.picture,
    facts: [[catalogue.when, words.when(about.when)], ...was],
    button: link === null ? null : { words: catalogue.open, url: link },
    small: about.kind === 'reminder' && about.isInvited ? [catalogue.reminder.invited] : [],
    stop: unsubscribe === null ? null : { words: catalogue.reminder.stop, url: unsubscribe },
  }
}

function saysOf(about: AboutRoom, catalogue: Words['catalogue']) {
  if (about.kind === 'reminder') return catalogue.reminder[about.ahead]
  return about.kind === 'moved' && !about.was ? catalogue.restored : catalogue[about.kind]
}

const hello = (name: string, { catalogue, say }: Words) =>
  name ? say(catalogue.hello, { name }) : catalogue.helloNobody

function nothingElse({ catalogue }: Words) {
  return {
    typed: '',
    after: [],
    picture: null,
    facts: [],
    button: null,
    buttonHelp: catalogue.buttonHelp,
    small: [],
    stop: null,
  }
}

function checkAddress(url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error('A mail leads to web addresses only.')
}
