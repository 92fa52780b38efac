import { expect, test } from 'vitest'
import { does, given, tries } from '../../../test/rules/given.ts'
import { amara, hana, kwame, mei, noor, tom, yuki } from '../../../test/rules/people.ts'
import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import { MESSAGE_MAX, readMessage, type Message } from '../../protocol/messages.ts'
import { beforeOf, deliveryOf, viewFor } from '../audience/audience.ts'
import { BURST_MS } from './chat-state.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import { isRejection, type Actor } from '../outcome.ts'
import { startSession } from '../session/room.ts'
import { foldMessages, windowOfMessages, type Reading } from './messages.ts'
import type { Session } from '../session/session.ts'

const says = (text: string, more: { to?: Actor; reply?: number; key?: string } = {}): Command => ({
  type: 'write',
  text,
  to: more.to?.id ?? null,
  reply: more.reply ?? null,
  key: more.key ?? null,
})
const all: Reading = { reader: mei.id, with: null }
const read = (events: readonly Event[], reading = all) =>
  events.reduce<readonly Message[]>((so, event) => foldMessages(so, event, reading), [])
/** A message of somebody, as the store would find it. */
const found = (by: Actor & { chatModerator?: boolean }, more: Partial<Message> = {}): Message => ({
  n: 1,
  person: by.id,
  name: by.name,
  role: by.role,
  chatModerator: by.chatModerator ?? false,
  at: 1,
  text: 'The roof leaks',
  quote: null,
  likes: 0,
  liked: false,
  ...more,
})
const outcome = (s: Session, who: Actor, command: Command, about: Message | null = null, at = 1) => {
  const what = decide(s, who, command, at, { about })
  return isRejection(what) ? what.refusal : what.map(({ type }) => type).join()
}
/** Who of these hears of what somebody does. */
function hearers(session: Session, who: Actor, command: Command, about: Message | null = null) {
  const what = decide(session, who, command, 1, { about })
  if (isRejection(what)) throw new Error(what.refusal)
  const heard = new Set<string>()
  for (const event of what) {
    const before = beforeOf(session, event)
    evolve(session, event)
    const { everyone, moderators, own, others } = deliveryOf(session, event, before)
    for (const id of session.people.keys()) {
      const besides = others?.people.has(id) ? others.events : []
      const told = own?.person === id ? own.events : session.moderators.has(id) ? moderators : everyone
      if (told.length + besides.length > 0) heard.add(id)
    }
  }
  return [...heard].toSorted()
}
const ids = (...people: Actor[]) => people.map(({ id }) => id).toSorted()

test('[CHAT-1] whoever is inside writes to everybody inside, and is known by name and role', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  expect(hearers(session, noor, says('Hello'))).toEqual(ids(hana, kwame, noor, mei))
  const events = [...does(session, kwame, says('Good morning')), ...does(session, mei, says('Hi'))]
  expect(read(events)).toMatchObject([
    { n: 2, name: 'Kwame Mensah', role: 'moderator', text: 'Good morning' },
    { n: 3, name: 'Mei Tanaka', role: 'participant', text: 'Hi' },
  ])
  expect(tries(session, tom, says('From outside'))).toBe('not-in-room')
})

test('[CHAT-1] [PERMISSION-1] who may not chat is refused', () => {
  const session = given('webinar', hana, noor)
  const permissions = { shareScreen: false, presentContent: false, react: true, raiseHand: true }
  const without = { ...permissions, chat: false, joinStage: true, seeParticipants: true }
  does(session, hana, { type: 'setPermissions', person: noor.id, permissions: without })
  expect(tries(session, noor, says('Hello'))).toBe('not-permitted')
})

test('[CHAT-2] a message has something to be seen and at most 2,000 characters', () => {
  const session = given('webinar', noor)
  for (const text of ['', '  \n ', '\u200D']) expect(tries(session, noor, says(text))).toBe('message-empty')
  expect(tries(session, noor, says('é'.repeat(MESSAGE_MAX)))).toBe('allowed')
  expect(tries(session, noor, says('👩‍👩‍👧'.repeat(400)))).toBe('allowed')
  expect(tries(session, noor, says('x'.repeat(MESSAGE_MAX + 1)))).toBe('message-long')
})

test('[CHAT-12] lines stay, and nothing that turns or hides what stands around it', () => {
  expect(readMessage(' a\r\nb\n\n\n\nc \u0000')).toEqual({ text: 'a\nb\n\nc' })
  expect(readMessage('\u202Egnp.exe\u2066')).toEqual({ text: 'gnp.exe' })
  for (const text of ['שלום 👋', 'مرحبا\u200F!', '<img src=x onerror=alert(1)>', 'می‌خواهم'])
    expect(readMessage(text)).toEqual({ text: text.normalize('NFC') })
})

test('[CHAT-4] an answer shows how the message begins; one that is gone cannot be answered', () => {
  const session = given('webinar', noor, mei)
  const first = found(noor, { text: `Will it\nstay open? ${'x'.repeat(300)}` })
  const [event] = decideAll(session, mei, says('Yes', { reply: 1 }), first)
  expect(event).toMatchObject({
    quote: { n: 1, name: 'Noor Rahimi', text: expect.stringMatching(/^Will it stay.*…$/) },
  })
  expect(outcome(session, mei, says('Yes', { reply: 9 }))).toBe('no-such-message')
})

function decideAll(session: Session, who: Actor, command: Command, about: Message | null = null): Event[] {
  const what = decide(session, who, command, 1, { about })
  if (isRejection(what)) throw new Error(what.refusal)
  return what
}

test('[CHAT-5] a like counts once, is taken back once, and only its owner is told whose it is', () => {
  const session = given('webinar', hana, noor, mei)
  const like = (on: boolean): Command => ({ type: 'likeMessage', n: 1, on })
  expect(decideAll(session, mei, like(true), found(noor, { likes: 4 }))).toMatchObject([{ likes: 5, on: true }])
  expect(decideAll(session, mei, like(true), found(noor, { liked: true }))).toEqual([])
  expect(decideAll(session, mei, like(false), found(noor, { liked: true, likes: 5 }))).toMatchObject([{ likes: 4 }])
  expect(hearers(session, mei, like(true), found(noor))).toEqual(ids(mei))
  const written = does(session, noor, says('A'))
  const liked: Event = { type: 'messageLiked', at: 1, person: mei.id, n: 1, on: true, likes: 1 }
  const counted: Event = { type: 'likesCounted', at: 1, n: 1, likes: 41 }
  expect(read([...written, liked])).toMatchObject([{ likes: 1, liked: true }])
  expect(read([...written, counted], { ...all, reader: hana.id })).toMatchObject([{ likes: 41, liked: false }])
})

test('[CHAT-6] a pin takes the place of another, and goes with its message or the whole chat', () => {
  const session = given('webinar', hana, noor)
  const pin = (n: number | null, about: Message | null = null) => {
    for (const event of decideAll(session, hana, { type: 'pinMessage', n }, about)) evolve(session, event)
  }
  pin(1, found(noor))
  pin(2, found(noor, { n: 2, text: 'Second' }))
  expect(viewFor(session, noor.id).chat.pinned).toMatchObject({ n: 2, name: 'Noor Rahimi', text: 'Second' })
  pin(null)
  expect(session.chat.pinned).toBeNull()
  pin(2, found(noor, { n: 2 }))
  evolve(session, { type: 'messageDeleted', at: 1, person: noor.id, to: null, n: 2, by: noor.id })
  expect(session.chat.pinned).toBeNull()
  expect(outcome(session, noor, { type: 'pinMessage', n: 1 }, found(noor))).toBe('not-allowed')
})

test('[CHAT-7] one deletes the own, who moderates the chat any but a host’s, and answers forget it', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  const remove: Command = { type: 'deleteMessage', n: 1, with: null }
  const deletes = (who: Actor, of: Actor) => outcome(session, who, remove, found(of))
  expect([deletes(mei, mei), deletes(kwame, noor), deletes(hana, kwame)]).toEqual(Array(3).fill('messageDeleted'))
  expect([deletes(mei, noor), deletes(kwame, hana)]).toEqual(['not-allowed', 'not-allowed'])
  expect(outcome(session, mei, remove)).toBe('no-such-message')
  const events: Event[] = [
    ...does(session, noor, says('Bad words')),
    ...decideAll(session, mei, says('No', { reply: 1 }), found(noor)).map((event) => ({ ...event, n: 2 })),
    { type: 'messageDeleted', at: 1, person: noor.id, to: null, n: 1, by: kwame.id },
  ]
  expect(read(events)).toMatchObject([{ n: 2, quote: null }])
})

test('[CHAT-7] clearing takes all that was said to everybody, and nothing private', () => {
  const session = given('webinar', hana, noor, mei)
  expect(outcome(session, noor, { type: 'clearChat' })).toBe('not-allowed')
  const events = [...does(session, noor, says('A')), ...does(session, noor, says('B', { to: mei }))]
  const cleared = [...events, ...does(session, hana, { type: 'clearChat' })]
  expect([read(cleared), read(cleared, { reader: mei.id, with: noor.id }).length]).toEqual([[], 1])
})

test('[CHAT-8] the sixth message within ten seconds waits for as long as is said, also after leaving', () => {
  const session = given('webinar', hana, noor)
  for (let n = 0; n < 5; n++) does(session, noor, says(`${n}`), 1_000 * n)
  expect(decide(session, noor, says('6'), 6_000)).toEqual({ refusal: 'write-later', wait: BURST_MS - 6_000 })
  does(session, noor, { type: 'leave' }, 7_000)
  does(session, noor, { type: 'join', page: noor.id }, 7_000)
  expect(tries(session, noor, says('6'), 9_999)).toBe('write-later')
  does(session, noor, says('6'), 10_000)
  expect(tries(session, noor, says('7'), 10_500)).toBe('write-later')
  expect(tries(session, noor, says('7'), 11_000)).toBe('allowed')
})

test('[CHAT-8] who wrote long ago is remembered no more', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, noor, says('A'), 1_000)
  does(session, mei, says('B'), 302_000)
  expect([...session.chat.wrote.keys()]).toEqual([mei.id])
})

test('[CHAT-9] slow mode and a pause bind everybody but who moderates the chat', () => {
  const session = given('webinar', hana, noor, mei)
  does(session, hana, { type: 'setSlowMode', seconds: 30 })
  for (const who of [hana, noor]) does(session, who, says('A'), 1_000)
  expect(decide(session, noor, says('B'), 5_000)).toEqual({ refusal: 'write-later', wait: 26_000 })
  expect(tries(session, noor, says('B', { to: mei }), 5_000)).toBe('allowed')
  expect([tries(session, hana, says('B'), 5_000), tries(session, noor, says('B'), 31_000)]).toEqual([
    'allowed',
    'allowed',
  ])
  does(session, hana, { type: 'pauseChat', on: true })
  expect([tries(session, noor, says('B'), 99_000), tries(session, hana, says('B'), 99_000)]).toEqual([
    'chat-paused',
    'allowed',
  ])
})

test('[CHAT-10] [CHAT-11] what is written to one is told to the two, and not to who runs the room', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  expect(hearers(session, noor, says('Psst', { to: mei }))).toEqual(ids(noor, mei))
  const [event] = does(session, noor, says('Psst', { to: mei }))
  const between = [event].filter((each) => each !== undefined)
  expect(read(between)).toEqual([])
  expect(read(between, { reader: noor.id, with: mei.id })).toHaveLength(1)
  expect(read(between, { reader: kwame.id, with: mei.id })).toEqual([])
  expect(read(between, { reader: kwame.id, with: noor.id })).toEqual([])
  expect(tries(session, noor, says('To me', { to: noor }))).toBe('no-such-person')
  expect(tries(session, noor, says('Gone', { to: tom }))).toBe('no-such-person')
  expect(outcome(session, hana, { type: 'deleteMessage', n: 1, with: mei.id }, found(mei))).toBe('not-allowed')
  expect(hearers(session, noor, { type: 'deleteMessage', n: 1, with: mei.id }, found(noor))).toEqual(ids(noor, mei))
})

test('[CHAT-10] private messages can be turned off, and are off in the next session', () => {
  const session = given('webinar', hana, noor, mei)
  expect(tries(session, noor, { type: 'setPrivateChat', on: false })).toBe('not-allowed')
  does(session, hana, { type: 'setPrivateChat', on: false })
  expect(tries(session, noor, says('Psst', { to: mei }))).toBe('private-off')
  const room = { id: session.room, name: session.name, mode: session.mode }
  does(session, hana, { type: 'endSession' })
  expect(startSession(room, session, hana, 'next'.padEnd(22, '_'), 9, 0)).toMatchObject([{ privateChat: false }])
})

test('[CHAT-13] the blocked read and write nothing, know it, and are let back', () => {
  const session = given('webinar', hana, kwame, noor, mei)
  const block = (person: Actor): Command => ({ type: 'blockFromChat', person: person.id })
  expect([tries(session, noor, block(mei)), tries(session, kwame, block(hana))]).toEqual(['not-allowed', 'not-allowed'])
  expect(hearers(session, kwame, block(noor))).toEqual(ids(hana, kwame, noor))
  expect([tries(session, noor, says('A')), tries(session, noor, says('A', { to: mei }))]).toEqual([
    'chat-blocked',
    'chat-blocked',
  ])
  expect(outcome(session, noor, { type: 'likeMessage', n: 1, on: true }, found(mei))).toBe('chat-blocked')
  const blockedFor = (who: Actor) => viewFor(session, who.id).chat.blocked.map(({ name }) => name)
  expect([blockedFor(noor), blockedFor(hana), blockedFor(mei)]).toEqual([['Noor Rahimi'], ['Noor Rahimi'], []])
  does(session, noor, { type: 'leave' })
  does(session, hana, { type: 'letBackIntoChat', person: noor.id })
  does(session, noor, { type: 'join', page: noor.id })
  expect(tries(session, noor, says('A'))).toBe('allowed')
})

test('[CHAT-14] a chat moderator moderates the chat and nothing else, and no host', () => {
  const session = given('webinar', hana, yuki, kwame, amara, noor)
  does(session, hana, { type: 'setChatModerator', person: amara.id, on: true })
  const may: Command[] = [
    { type: 'pauseChat', on: true },
    { type: 'setSlowMode', seconds: 5 },
    { type: 'clearChat' },
    { type: 'pinMessage', n: null },
    { type: 'blockFromChat', person: noor.id },
  ]
  for (const command of may) expect(tries(session, amara, command), command.type).toBe('allowed')
  const remove: Command = { type: 'deleteMessage', n: 1, with: null }
  expect([hana, yuki, kwame, noor].map((of) => outcome(session, amara, remove, found(of)))).toEqual([
    'not-allowed',
    'not-allowed',
    'messageDeleted',
    'messageDeleted',
  ])
  const mayNot: Command[] = [
    { type: 'setPrivateChat', on: false },
    { type: 'blockFromChat', person: kwame.id },
    { type: 'mute', person: noor.id },
    { type: 'endSession' },
  ]
  for (const command of mayNot) expect(tries(session, amara, command), command.type).toBe('not-allowed')
  does(session, hana, { type: 'setChatModerator', person: amara.id, on: false })
  for (const command of may.slice(0, 3)) expect(tries(session, amara, command), command.type).toBe('not-allowed')
})

test('[FEEDBACK-1] [FEEDBACK-3] a mark with or without words, once a minute, told to nobody', () => {
  const session = given('webinar', hana, noor)
  const give = (text: string): Command => ({ type: 'giveFeedback', mark: 4, text })
  expect(tries(session, noor, give('x'.repeat(MESSAGE_MAX + 1)))).toBe('message-long')
  expect(hearers(session, noor, give(''))).toEqual([])
  expect(decide(session, noor, give('More'), 20_001)).toEqual({ refusal: 'feedback-later', wait: 40_000 })
  expect(tries(session, noor, give('More'), 60_001)).toBe('allowed')
})

test('[CHAT-3] of what was said one reads the newest, what came before, or what came after', () => {
  const many = Array.from({ length: 120 }, (_, n) => found(noor, { n: n + 1 }))
  const window = (before: number | null, after: number | null) => {
    const rows = windowOfMessages(many, { before, after, limit: 50 })
    return [rows[0]?.n, rows.at(-1)?.n]
  }
  expect([window(null, null), window(71, null), window(21, null), window(null, 110)]).toEqual([
    [71, 120],
    [21, 70],
    [1, 20],
    [111, 120],
  ])
})

test('[CHAT-19] what is asked again under the same key was said already, whatever came between', () => {
  const s = given('webinar', hana, kwame, noor, mei)
  const [key, other] = ['one'.padEnd(22, '_'), 'two'.padEnd(22, '_')]
  does(s, noor, says('The roof leaks', { key }))
  does(s, noor, says('Here too', { to: mei, key: other }))
  does(s, kwame, { type: 'pauseChat', on: true })
  expect(outcome(s, noor, says('The roof leaks', { key }))).toBe('')
  expect(outcome(s, noor, says('Here too', { to: mei, key: other }))).toBe('')
  does(s, kwame, { type: 'pauseChat', on: false })
  expect(outcome(s, mei, says('The roof leaks', { key }))).toBe('messageWritten')
  expect(outcome(s, noor, says('The roof leaks'))).toBe('messageWritten')
})

test('[CHAT-11] private messages are numbered in their own conversation, whatever others write to each other', () => {
  const session = given('interactive', hana, noor, mei, amara)
  const numbers = (who: typeof hana | typeof noor, to: { id: string }, at: number) =>
    does(session, who, { type: 'write', text: 'Psst', to: to.id, reply: null, key: null }, at).map((event) =>
      event.type === 'messageWritten' ? event.n : 0,
    )
  expect(numbers(hana, noor, 10_000)).toEqual([1])
  for (let n = 1; n <= 4; n++) expect(numbers(mei, amara, 20_000 * n)).toEqual([n])
  expect(numbers(noor, hana, 100_000)).toEqual([2])
  expect(numbers(hana, mei, 200_000)).toEqual([1])
})
