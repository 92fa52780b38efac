import { expect, test } from 'vitest'
import type { Event } from '../../src/protocol/events.ts'
import { emptied, startSession } from '../../src/rules/session/room.ts'
import { keyOf } from '../../src/server/secrets.ts'
import { loadSession } from '../../src/server/store/snapshots.ts'
import type { Store, StoredLink, StoredPerson, StoredRoom } from '../../src/server/store/store.ts'
import type { Actor } from '../../src/rules/outcome.ts'
import { hana, kwame, mei, noor } from '../rules/people.ts'

const id = (text: string) => text.padEnd(22, '_')
const newest = { before: null, after: null, limit: 50 }
const everybody = { reader: hana.id, with: null }

/** What nobody may find any more: it stands in everything that is kept. */
export const MARKER = 'zebrafish'

/** A room that is full of what is to go, by its name. */
export function roomOf(name: string): { room: StoredRoom; host: StoredPerson; link: StoredLink } {
  const room: StoredRoom = {
    id: id(name),
    name: `${name} ${MARKER}`,
    mode: 'webinar',
    hostName: `Hana ${MARKER}`,
    createdAt: 1,
    session: null,
  }
  const key = keyOf(`host of ${name}`)
  const host: StoredPerson = { ...hana, id: id(`host-${name}`), room: room.id, key, lowered: false, seenAt: 1 }
  const link: StoredLink = { id: id(`l-${name}`), room: room.id, role: 'viewer', key: keyOf(name), revokedAt: null }
  return { room, host, link }
}

/** A session of so many messages, ended at a time unless that is null. */
export function sessionOf(room: StoredRoom, session: string, endedAt: number | null, messages = 3): Event[] {
  const begun = startSession(room, null, hana, session, 1, 0)
  if (!Array.isArray(begun)) throw new Error(begun.refusal)
  const said = Array.from({ length: messages }, (_, n): Event => {
    const who = { person: mei.id, name: `Mei ${MARKER}`, role: 'participant', chatModerator: false } as const
    const text = `${MARKER} ${n} ${'x'.repeat(300)}`
    const quote = n === 0 ? null : { n, name: `Mei ${MARKER}`, text: MARKER }
    return { type: 'messageWritten', at: 2, ...who, to: null, toName: '', n: n + 1, text, quote, key: null }
  })
  const kept = { custom: {}, chatModerator: false, microphoneLock: 'none', cameraLock: 'none' } as const
  return [
    ...begun,
    { type: 'joined', at: 2, person: mei.id, name: `Mei ${MARKER}`, role: 'participant', kept, page: '' },
    { type: 'joined', at: 2, person: noor.id, name: 'Noor', role: 'participant', kept, page: '' },
    ...said,
    { type: 'messageLiked', at: 2, person: noor.id, n: 1, on: true, likes: 1 },
    { type: 'messagePinned', at: 2, person: mei.id, n: 1, name: `Mei ${MARKER}`, text: MARKER, by: hana.id },
    { type: 'feedbackGiven', at: 2, person: mei.id, name: `Mei ${MARKER}`, mark: 5, text: MARKER },
    { type: 'removed', at: 2, person: noor.id, name: 'Noor', lasting: true, by: hana.id },
    { type: 'stageSizeSet', at: 2, size: 7, by: hana.id },
    ...(endedAt === null ? [] : [{ type: 'sessionEnded', at: endedAt, by: hana.id, peak: 2 } as const]),
  ]
}

/** Writes over all that was let go of. */
export async function erased(store: Store): Promise<void> {
  while ((await store.eraseSome()) === 'more');
}

/** What every store does with what is not to be kept any longer. */
export function retentionContract(
  name: string,
  open: () => Promise<Store>,
  reopened: (store: Store) => Promise<Store>,
): void {
  const [first, second, third] = [id('first'), id('second'), id('third')]

  test(`${name}: [KEEP-1] sessions that ended before a time are found, and none that runs`, async () => {
    const store = await open()
    const { room, host, link } = roomOf('harbour')
    await store.createRoom(room, host, [link])
    await store.begin(room.id, first, sessionOf(room, first, 100))
    await store.begin(room.id, second, sessionOf(room, second, 200))
    expect(await store.endedBefore(100, '')).toEqual([])
    expect(await store.endedBefore(201, '')).toEqual([
      { session: first, room: room.id, isLast: false },
      { session: second, room: room.id, isLast: true },
    ])
    expect(await store.endedBefore(201, first)).toHaveLength(1)
    await store.begin(room.id, third, sessionOf(room, third, null))
    expect((await store.endedBefore(999, '')).map(({ session }) => session)).toEqual([first, second])
    await store.close()
  })

  test(`${name}: [ROOM-8] a room that is deleted for now is found by its time, and is as it was when it is not any more`, async () => {
    const store = await open()
    const { room, host, link } = roomOf('harbour')
    await store.createRoom(room, host, [link])
    expect(await store.setDeleted(id('nowhere'), 5)).toBe('room-unknown')
    expect(await store.setDeleted(room.id, 5)).toBe('stored')
    expect(await store.room(room.id)).toEqual({ ...room, deletedAt: 5 })
    expect([await store.deletedBefore(5), await store.deletedBefore(6)]).toEqual([[], [room.id]])
    expect(await store.setDeleted(room.id, null)).toBe('stored')
    expect([await store.room(room.id), await store.deletedBefore(6)]).toEqual([room, []])
    await store.close()
  })

  test(`${name}: [KEEP-1] [KEEP-2] what is let go of is gone, and the room goes on as it would have`, async () => {
    const before = await open()
    const { room, host, link } = roomOf('harbour')
    await before.createRoom(room, host, [link])
    await before.begin(room.id, first, sessionOf(room, first, 100, 450))
    await before.renewSnapshot(first)
    const { session } = await loadSession(before, first)
    expect(await before.dropSession(first, { id: second, events: emptied(session, second) })).toBe('stored')
    await erased(before)
    const store = await reopened(before)
    expect((await store.loadFrom(first, 0)).next).toBe(0)
    expect(await store.snapshot(first)).toBeNull()
    expect(await store.messages(first, everybody, newest)).toEqual([])
    expect(await store.feedback(room.id)).toEqual([])
    expect(await store.running()).toEqual([])
    expect(await store.endedBefore(999, '')).toEqual([])
    expect(await store.links(room.id)).toEqual([link])
    expect(await store.room(room.id)).toEqual({ ...room, session: second })
    const left = (await loadSession(store, second)).session
    const next = (last: typeof session) => startSession(room, last, { ...hana, role: 'host' }, third, 9, 0)
    expect(next(left)).toEqual(next(session))
    expect(left.endedAt).toBe(100)
    expect(left.removed.get(noor.id)).toMatchObject({ lasting: true })
    await store.close()
  })

  test(`${name}: [KEEP-2] who runs no room and was not there is not known any more, unless a session runs`, async () => {
    const store = await open()
    const [quiet, live] = [roomOf('quiet'), roomOf('live')]
    for (const { room, host, link } of [quiet, live]) {
      await store.createRoom(room, host, [link])
      const of = (who: Actor, key: string) => ({
        ...who,
        id: id(`${key}-${room.id}`).slice(0, 22),
        room: room.id,
        key,
      })
      await store.putPerson({ ...of(mei, 'old'), lowered: false, seenAt: 1 })
      await store.putPerson({ ...of(mei, 'new'), lowered: false, seenAt: 900 })
      await store.putPerson({ ...of(mei, 'low'), lowered: true, seenAt: 1 })
      await store.putPerson({ ...of(kwame, 'mod'), lowered: false, seenAt: 1 })
    }
    await store.begin(quiet.room.id, first, sessionOf(quiet.room, first, 100))
    await store.begin(live.room.id, second, sessionOf(live.room, second, null))
    while ((await store.dropPeople(500)) === 'more');
    const known = async (room: StoredRoom) => {
      const found = await Promise.all(
        ['old', 'new', 'low', 'mod'].map(async (key) => ((await store.personByKey(room.id, key)) ? [key] : [])),
      )
      return found.flat()
    }
    expect(await known(quiet.room)).toEqual(['new', 'low', 'mod'])
    expect(await known(live.room)).toEqual(['old', 'new', 'low', 'mod'])
    expect(await store.personByKey(quiet.room.id, quiet.host.key)).not.toBeNull()
    await store.close()
  })

  test(`${name}: [KEEP-2] a session that has begun since the last one was looked at stays the room’s last, and loses nothing`, async () => {
    const store = await open()
    const { room, host, link } = roomOf('harbour')
    await store.createRoom(room, host, [link])
    await store.begin(room.id, first, sessionOf(room, first, 100))
    const { session } = await loadSession(store, first)
    await store.begin(room.id, third, sessionOf(room, third, null))
    expect(await store.dropSession(first, { id: second, events: emptied(session, second) })).toBe('stored')
    await erased(store)
    expect((await store.room(room.id))?.session).toBe(third)
    expect((await store.running()).map(({ id: running }) => running)).toEqual([room.id])
    expect((await store.loadFrom(second, 0)).next).toBe(0)
    expect((await store.loadFrom(third, 0)).next).toBeGreaterThan(0)
    await store.close()
  })

  test(`${name}: [KEEP-2] whose removal or permissions last is known, and who was in a session that ended within those days`, async () => {
    const store = await open()
    const { room, host, link } = roomOf('harbour')
    await store.createRoom(room, host, [link])
    for (const who of [mei, noor, kwame])
      await store.putPerson({ ...who, role: 'participant', room: room.id, key: who.id, lowered: false, seenAt: 0 })
    const kept = { custom: {}, chatModerator: false, microphoneLock: 'none', cameraLock: 'none' } as const
    const more: Event[] = [
      { type: 'joined', at: 3, person: kwame.id, name: 'Kwame', role: 'participant', kept, page: '' },
      { type: 'chatModeratorSet', at: 3, person: kwame.id, on: true, by: hana.id },
      { type: 'sessionEnded', at: 900, by: hana.id, peak: 2 },
    ]
    const known = async (before: number) => {
      while ((await store.dropPeople(before)) === 'more');
      const found = await Promise.all(
        [mei, noor, kwame].map(async ({ id: key }) => ((await store.personByKey(room.id, key)) ? [key] : [])),
      )
      return found.flat()
    }
    await store.begin(room.id, first, [...sessionOf(room, first, null), ...more])
    expect(await known(500)).toEqual([mei.id, noor.id, kwame.id])
    const { session } = await loadSession(store, first)
    await store.dropSession(first, { id: second, events: emptied(session, second) })
    await erased(store)
    expect(await known(950)).toEqual([noor.id, kwame.id])
    await store.close()
  })

  test(`${name}: [KEEP-5] a room that is deleted is gone with all that was in it, and no other is touched`, async () => {
    const before = await open()
    const [gone, other] = [roomOf('harbour'), roomOf('other')]
    for (const { room, host, link } of [gone, other]) await before.createRoom(room, host, [link])
    await before.begin(gone.room.id, first, sessionOf(gone.room, first, 100))
    await before.begin(gone.room.id, second, sessionOf(gone.room, second, null))
    await before.begin(other.room.id, third, sessionOf(other.room, third, null))
    expect(await before.deleteRoom(gone.room.id)).toBe('stored')
    expect(await before.deleteRoom(gone.room.id)).toBe('room-unknown')
    await erased(before)
    const store = await reopened(before)
    expect(await store.room(gone.room.id)).toBeNull()
    expect(await store.linkByKey(gone.link.key)).toBeNull()
    expect(await store.personByKey(gone.room.id, gone.host.key)).toBeNull()
    expect((await store.running()).map((room) => room.id)).toEqual([other.room.id])
    for (const session of [first, second]) {
      expect((await store.loadFrom(session, 0)).next).toBe(0)
      expect(await store.messages(session, everybody, newest)).toEqual([])
    }
    expect(await store.messages(third, everybody, newest)).toHaveLength(3)
    expect(await store.feedback(gone.room.id)).toEqual([])
    await store.close()
  })

  test(`${name}: [KEEP-5] what comes too late finds no room, and makes none`, async () => {
    const store = await open()
    const { room, host, link } = roomOf('harbour')
    await store.createRoom(room, host, [link])
    await store.deleteRoom(room.id)
    expect(await store.putPerson(host)).toBe('room-unknown')
    expect(await store.replaceLink({ ...link, id: id('other'), key: 'other' }, 9)).toBe('room-unknown')
    expect(await store.begin(room.id, first, sessionOf(room, first, null))).toBe('conflict')
    expect(await store.room(room.id)).toBeNull()
    expect((await store.loadFrom(first, 0)).next).toBe(0)
    await store.close()
  })

  test(`${name}: [KEEP-6] [KEEP-7] a person who is forgotten is in no session of the room, and others are as they were`, async () => {
    const before = await open()
    const { room, host, link } = roomOf('harbour')
    await before.createRoom(room, host, [link])
    const stored: StoredPerson = { ...mei, room: room.id, key: keyOf('mei'), lowered: false, seenAt: 1 }
    await before.putPerson({ ...stored, name: `Mei ${MARKER}` })
    await before.begin(room.id, first, sessionOf(room, first, 100))
    const live = sessionOf(room, second, null, 2)
    const at = { at: 3, role: 'participant', chatModerator: false, key: null } as const
    const others: Event[] = [
      {
        type: 'messageWritten',
        ...at,
        person: noor.id,
        name: 'Noor',
        to: null,
        toName: '',
        n: 3,
        text: 'Yes',
        quote: null,
      },
      {
        type: 'messageWritten',
        ...at,
        person: noor.id,
        name: 'Noor',
        to: mei.id,
        toName: `Mei ${MARKER}`,
        n: 1,
        text: `Psst ${MARKER}`,
        quote: null,
      },
      {
        type: 'messageWritten',
        ...at,
        person: noor.id,
        name: 'Noor',
        to: kwame.id,
        toName: 'Kwame',
        n: 1,
        text: 'Kwame?',
        quote: null,
      },
      {
        type: 'messageWritten',
        ...at,
        person: kwame.id,
        name: 'Kwame',
        to: null,
        toName: '',
        n: 4,
        text: 'No',
        quote: { n: 3, name: 'Noor', text: 'Yes' },
      },
      {
        type: 'messageWritten',
        ...at,
        person: kwame.id,
        name: 'Kwame',
        to: null,
        toName: '',
        n: 5,
        text: 'Why',
        quote: { n: 2, name: `Mei ${MARKER}`, text: MARKER },
      },
      { type: 'messageLiked', at: 3, person: mei.id, n: 3, on: true, likes: 1 },
    ]
    await before.begin(room.id, second, [...live, ...others])
    await before.renewSnapshot(second)
    expect(await before.forgetPerson(room.id, mei.id, id('alias'))).toBe('stored')
    expect(await before.personByKey(room.id, stored.key)).toBeNull()
    expect(await before.forgetting()).toEqual([{ room: room.id, person: mei.id }])
    const store = await reopened(before)
    await erased(store)
    expect(await store.forgetting()).toEqual([])
    for (const session of [first, second]) {
      const text = JSON.stringify((await store.loadFrom(session, 0)).events).replaceAll(room.name, '')
      expect(text).not.toContain(MARKER)
      expect(text).not.toContain(mei.id)
    }
    const read = await store.messages(second, everybody, newest)
    expect(read.map(({ n, text, quote, likes }) => [n, text, quote?.text ?? null, likes])).toEqual([
      [3, 'Yes', null, 1],
      [4, 'No', 'Yes', 0],
      [5, 'Why', null, 0],
    ])
    expect(await store.messages(second, { reader: noor.id, with: mei.id }, newest)).toEqual([])
    expect((await store.threads(second, noor.id)).map(({ person }) => person)).toEqual([kwame.id])
    expect(await store.messages(second, { reader: noor.id, with: kwame.id }, newest)).toHaveLength(1)
    expect(await store.feedback(room.id)).toEqual([])
    expect(await store.snapshot(second)).toBeNull()
    const { session } = await loadSession(store, second)
    expect([session.chat.next.get(''), session.peak, session.stageSize]).toEqual([6, 2, 7])
    await store.close()
  })

  test(`${name}: [KEEP-3] what the clock said last is kept, beside the newest time of anything`, async () => {
    const before = await open()
    expect(await before.clockSeen()).toEqual({ seen: null, newest: null })
    const { room, host, link } = roomOf('harbour')
    await before.createRoom(room, { ...host, seenAt: 7 }, [link])
    await before.putClockSeen({ at: 5, doubtedAt: 9 })
    const store = await reopened(before)
    expect(await store.clockSeen()).toEqual({ seen: { at: 5, doubtedAt: 9 }, newest: 7 })
    await store.putClockSeen({ at: 6, doubtedAt: null })
    expect((await store.clockSeen()).seen).toEqual({ at: 6, doubtedAt: null })
    await store.close()
  })
}
