import type { Language } from '../../../protocol/language.ts'
import type { LinkRole } from '../../../protocol/types.ts'
import type { NewMail } from '../mail-rows.ts'
import { oneLine } from '../mailer.ts'
import { changeLetter, type ChangeAbout } from './change-letter.ts'
import { asHtml, asText, nothingElse, type Letter } from './letter.ts'
import { wordsIn, type AboutRoom, type When, type Words } from './words.ts'

/** What a mail is to say. All addresses are whole http or https addresses; `hours`: for how long a link works. */
export type MailAbout =
  | { kind: 'verify-email' | 'reset-password' | 'change-email'; name: string; link: string; hours: number }
  /** To the address of before. */
  | { kind: 'email-changed'; name: string }
  | {
      kind: 'invitation'
      by: string
      role: LinkRole
      room: AboutRoom
      when: When | null
      link: string
      unsubscribe: string
    }
  | {
      kind: 'reminder'
      ahead: 'day' | 'hour' | 'soon'
      /** Whether they may have to come by the link of their invitation. */
      isInvited: boolean
      room: AboutRoom
      when: When
      link: string
      unsubscribe: string
    }
  | ChangeAbout

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
      return reminder(about, words)
    case 'cancelled':
    case 'moved':
      return changeLetter(about, words)
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
    small: [say(catalogue.works, { hours }), say(catalogue.sender, { server: new URL(link).host }), catalogue.notYou],
  }
}

function invitation(
  { by, role, room, when, link, unsubscribe }: Extract<MailAbout, { kind: 'invitation' }>,
  words: Words,
): Letter {
  const { catalogue, say } = words
  const { subject, lead, as, whyYou } = catalogue.invitation
  return {
    ...nothingElse(words),
    subject: oneLine(say(subject, { by, room: room.name })),
    lead: [say(lead, { by, room: room.name })],
    typed: room.description.trim(),
    after: [as[role]],
    picture: room.picture,
    facts: when ? [[catalogue.when, words.when(when)]] : [],
    button: { words: catalogue.open, url: link },
    small: [catalogue.forYou, say(whyYou, { by, server: new URL(unsubscribe).host })],
    stop: { words: catalogue.stop, url: unsubscribe },
  }
}

function reminder(
  { ahead, isInvited, room, when, link, unsubscribe }: Extract<MailAbout, { kind: 'reminder' }>,
  words: Words,
): Letter {
  const { catalogue, say } = words
  const { [ahead]: says, invited, stop } = catalogue.reminder
  return {
    ...nothingElse(words),
    subject: oneLine(say(says.subject, { room: room.name })),
    lead: [say(says.lead, { room: room.name })],
    picture: room.picture,
    facts: [[catalogue.when, words.when(when)]],
    button: { words: catalogue.open, url: link },
    small: [...(isInvited ? [invited] : []), say(catalogue.whyYou, { server: new URL(unsubscribe).host })],
    stop: { words: stop, url: unsubscribe },
  }
}

const hello = (name: string, { catalogue, say }: Words) =>
  name ? say(catalogue.hello, { name }) : catalogue.helloNobody

function checkAddress(url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error('A mail leads to web addresses only.')
}
