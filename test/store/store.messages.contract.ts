import { expect, test } from 'vitest'
import type { Event } from '../../src/protocol/events.ts'
import type { Message } from '../../src/protocol/messages.ts'
import type { Actor } from '../../src/rules/outcome.ts'
import { foldMessages, windowOfMessages } from '../../src/rules/chat/messages.ts'
import type { Store } from '../../src/server/store/store.ts'
import { hana, kwame, mei, noor } from '../rules/people.ts'
import { eventsOf } from '../rules/events-of.ts'

const session = 'first'.padEnd(22, '_')
const room = 'harbour'.padEnd(22, '_')
const newest = { before: null, after: null, limit: 50 }

function written(n: number, by: Actor, text: string, { to, quote = null }: { to?: Actor; quote?: Quote } = {}): Event {
  const { id: person, name, role } = by
  const whom = { to: to?.id ?? null, toName: to?.name ?? '' }
  return {
    type: 'messageWritten',
    at: n,
    person,
    name,
    role,
    chatModerator: false,
    ...whom,
    n,
    text,
    quote,
    key: `key-${n}`.padEnd(22, '_'),
  }
}
type Quote = Message['quote']
const quoted: Quote = { n: 1, name: noor.name, text: 'Will it stay open?' }

const log: Event[] = [
  written(1, noor, 'Will it stay open?'),
  written(2, hana, 'Yes\n— <b>always</b> 👩‍👩‍👧 שלום', { quote: quoted }),
  written(3, mei, 'Thanks', { quote: quoted }),
  written(1, noor, 'Psst', { to: mei }),
  written(2, mei, 'Yes?', { to: noor }),
  written(3, kwame, 'A word', { to: mei }),
  { type: 'messageLiked', at: 4, person: mei.id, n: 2, on: true, likes: 1 },
  { type: 'messageLiked', at: 4, person: mei.id, n: 2, on: true, likes: 1 },
  { type: 'messageLiked', at: 4, person: noor.id, n: 2, on: true, likes: 2 },
  { type: 'messageLiked', at: 5, person: noor.id, n: 2, on: false, likes: 1 },
]

/** What every store does with messages: what the rules make of the log, without reading it. */
export function messagesContract(
  name: string,
  open: () => Promise<Store>,
  reopened: (store: Store) => Promise<Store>,
): void {
  const begun = async () => {
    const store = await open()
    const { id, name: hostName } = hana
    const key = 'k'.repeat(64)
    await store.createRoom(
      { id: room, name: 'Harbour', mode: 'interactive', hostName, createdAt: 1, session: null },
      { id, room, name: hostName, role: 'host', key, lowered: false, seenAt: 0 },
      [],
    )
    const started = { type: 'sessionStarted', at: 0, session, room, name: 'Harbour', mode: 'interactive' } as const
    const rest = { access: 'everyone', stageSize: 25, patience: 0, sizes: { interactive: 25, webinar: 10 } } as const
    await store.begin(room, session, [
      {
        ...started,
        ...rest,
        reactions: true,
        handsOn: true,
        privateChat: true,
        locked: false,
        chatPaused: false,
        removed: [],
        kept: [],
      },
    ])
    return store
  }
  const agrees = async (store: Store) => {
    const events = await eventsOf(store, session)
    for (const reader of [hana, mei, noor, kwame])
      for (const other of [null, mei, noor]) {
        const reading = { reader: reader.id, with: other?.id ?? null }
        const folded = events.reduce<readonly Message[]>((so, event) => foldMessages(so, event, reading), [])
        for (const window of [newest, { ...newest, limit: 1 }, { ...newest, before: 3 }, { ...newest, after: 1 }])
          expect(await store.messages(session, reading, window), `${reader.name} ${other?.name}`).toEqual(
            windowOfMessages(folded, window),
          )
      }
  }

  test(`${name}: [CHAT-3] messages are what the rules make of the log, for every reader`, async () => {
    const before = await begun()
    await before.append(session, 1, log)
    const store = await reopened(before)
    await agrees(store)
    expect(await store.messages(session, { reader: mei.id, with: null }, newest)).toMatchObject([
      { n: 1, quote: null },
      { n: 2, likes: 1, liked: true, quote: quoted, role: 'host' },
      { n: 3, text: 'Thanks' },
    ])
    await store.close()
  })

  test(`${name}: [CHAT-7] what is deleted or cleared is found no more, nor in the answers to it`, async () => {
    const store = await begun()
    await store.append(session, 1, log)
    const gone = { type: 'messageDeleted', at: 9, by: noor.id } as const
    await store.append(session, 1 + log.length, [
      { ...gone, person: noor.id, to: null, n: 1 },
      { ...gone, person: noor.id, to: mei.id, n: 1 },
    ])
    await agrees(store)
    const rest = await store.messages(session, { reader: hana.id, with: null }, newest)
    expect(rest.map(({ n, quote }) => [n, quote])).toEqual([
      [2, null],
      [3, null],
    ])
    await store.append(session, 3 + log.length, [{ type: 'chatCleared', at: 10, by: hana.id }])
    await agrees(store)
    expect(await store.messages(session, { reader: mei.id, with: noor.id }, newest)).toHaveLength(1)
    await store.close()
  })

  test(`${name}: [REHEARSE-4] what bots wrote goes with the rehearsal, and from the answers to it`, async () => {
    const store = await begun()
    await store.append(session, 1, log)
    const verdict = { kind: 'tooShort' } as const
    const people = [noor.id, kwame.id]
    await store.append(session, 1 + log.length, [
      { type: 'rehearsalStopped', at: 6, by: null, why: 'guest', people, verdict },
    ])
    await agrees(store)
    const left = await store.messages(session, { reader: hana.id, with: null }, newest)
    expect(left.map(({ n, quote }) => [n, quote])).toEqual([
      [2, null],
      [3, null],
    ])
    await store.close()
  })

  test(`${name}: [CHAT-11] a private conversation is listed for its two, newest first, and for nobody else`, async () => {
    const store = await begun()
    await store.append(session, 1, log)
    expect(await store.threads(session, mei.id)).toEqual([
      { person: kwame.id, name: kwame.name, at: 3, text: 'A word' },
      { person: noor.id, name: noor.name, at: 2, text: 'Yes?' },
    ])
    expect(await store.threads(session, noor.id)).toMatchObject([{ person: mei.id, name: mei.name }])
    expect(await store.threads(session, hana.id)).toEqual([])
    await store.close()
  })

  test(`${name}: messages of a conflict are not there`, async () => {
    const store = await begun()
    expect(await store.append(session, 0, [written(1, noor, 'Never')])).toBe('conflict')
    expect(await store.messages(session, { reader: mei.id, with: null }, newest)).toEqual([])
    await store.close()
  })

  test(`${name}: [FEEDBACK-2] what was said of a room is kept over its sessions, newest first`, async () => {
    const before = await begun()
    const said = (at: number, mark: number): Event => {
      return { type: 'feedbackGiven', at, person: noor.id, name: noor.name, mark, text: `At ${at}` }
    }
    await before.append(session, 1, [said(1, 3), said(2, 5)])
    const store = await reopened(before)
    expect(await store.feedback(room)).toEqual([
      { name: noor.name, at: 2, mark: 5, text: 'At 2' },
      { name: noor.name, at: 1, mark: 3, text: 'At 1' },
    ])
    expect(await store.feedback('other'.padEnd(22, '_'))).toEqual([])
    await store.close()
  })
}
