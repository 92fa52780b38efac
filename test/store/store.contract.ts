import { expect, test } from 'vitest'
import type { Event } from '../../src/protocol/events.ts'
import { NOTHING_RETAINED } from '../../src/protocol/views.ts'
import { evolve } from '../../src/rules/evolve.ts'
import { startSession } from '../../src/rules/session/room.ts'
import { nothingYet } from '../../src/rules/session/session.ts'
import { keyOf } from '../../src/server/secrets.ts'
import { loadSession } from '../../src/server/store/snapshots.ts'
import type { Snapshot, Store, StoredLink, StoredPerson, StoredRoom } from '../../src/server/store/store.ts'
import { eventsOf } from '../rules/events-of.ts'
import { hana, mei } from '../rules/people.ts'
import { messagesContract } from './store.messages.contract.ts'
import { retentionContract } from './store.retention.contract.ts'

const id = (text: string) => text.padEnd(22, '_')
const left = (at: number): Event => ({ type: 'left', at, person: mei.id, why: 'self' })

/** A room of Hana's, as it is created. */
export const harbour: StoredRoom = {
  id: id('harbour'),
  name: 'Harbour library',
  mode: 'interactive',
  hostName: hana.name,
  createdAt: 1,
  session: null,
}
export const host: StoredPerson = { ...hana, room: harbour.id, key: keyOf('hana’s secret'), lowered: false, seenAt: 1 }
export const link: StoredLink = {
  id: id('viewers'),
  room: harbour.id,
  role: 'viewer',
  key: keyOf('viewers'),
  revokedAt: null,
}

const begun = startSession(harbour, null, hana, id('first'), 1, 0)
const joined: Event = {
  type: 'joined',
  at: 2,
  person: mei.id,
  name: mei.name,
  role: 'participant',
  kept: NOTHING_RETAINED,
  page: '',
}
const begins: Event[] = Array.isArray(begun) ? [...begun, joined] : []
const NOBODY = { owner: null, token: 0, beat: 0 }
const raised = { purpose: 'speak', order: 1, first: false } as const

/** What every store does. `open` gives an empty one, and `reopened` the same as another process would find it. */
export function storeContract(
  name: string,
  open: () => Promise<Store>,
  reopened: (store: Store) => Promise<Store>,
): void {
  test(`${name}: a room comes back with its host and its links`, async () => {
    const before = await open()
    expect(await before.createRoom(harbour, host, [link])).toBe('stored')
    const store = await reopened(before)
    expect(await store.room(harbour.id)).toEqual(harbour)
    expect(await store.personByKey(harbour.id, host.key)).toEqual(host)
    expect(await store.links(harbour.id)).toEqual([link])
    expect(await store.linkByKey(link.key)).toEqual(link)
    await store.close()
  })

  test(`${name}: what was never kept is not there`, async () => {
    const store = await open()
    await store.createRoom(harbour, host, [])
    expect(await store.room(id('other'))).toBeNull()
    expect(await store.linkByKey(link.key)).toBeNull()
    expect(await store.personByKey(id('other'), host.key)).toBeNull()
    expect(await eventsOf(store, id('other'))).toEqual([])
    await store.close()
  })

  test(`${name}: a person is kept again under a new name and role`, async () => {
    const store = await open()
    await store.createRoom(harbour, host, [])
    const guest: StoredPerson = { ...mei, room: harbour.id, key: keyOf('mei’s secret'), lowered: false, seenAt: 1 }
    expect(await store.putPerson(guest)).toBe('stored')
    expect(await store.putPerson({ ...guest, name: 'Mei', role: 'speaker' })).toBe('stored')
    expect(await store.personByKey(harbour.id, guest.key)).toMatchObject({ id: mei.id, name: 'Mei', role: 'speaker' })
    await store.close()
  })

  test(`${name}: [ROLE-6] a role that an event gives is kept with it, or neither is`, async () => {
    const before = await open()
    await before.createRoom(harbour, host, [])
    const guest: StoredPerson = {
      ...mei,
      role: 'moderator',
      room: harbour.id,
      key: keyOf('mei’s secret'),
      lowered: false,
      seenAt: 1,
    }
    await before.putPerson(guest)
    const set = { type: 'roleSet', person: mei.id, by: hana.id } as const
    await before.append(id('first'), 0, [{ ...set, at: 1, role: 'participant', was: 'moderator' }])
    const store = await reopened(before)
    expect(await store.personByKey(harbour.id, guest.key)).toMatchObject({ role: 'participant', lowered: true })
    expect(await store.append(id('first'), 0, [{ ...set, at: 2, role: 'cohost', was: 'participant' }])).toBe('conflict')
    expect(await store.personByKey(harbour.id, guest.key)).toMatchObject({ role: 'participant', lowered: true })
    await store.append(id('first'), 1, [{ ...set, at: 3, role: 'speaker', was: 'participant' }])
    expect(await store.personByKey(harbour.id, guest.key)).toMatchObject({ role: 'speaker', lowered: false, seenAt: 1 })
    await store.close()
  })

  test(`${name}: a session’s log comes back in order, and the room knows its last session`, async () => {
    const before = await open()
    await before.createRoom(harbour, host, [])
    expect(await before.begin(harbour.id, id('first'), [left(0), left(1)])).toBe('stored')
    expect(await before.append(id('first'), 2, [left(2), left(3)])).toBe('stored')
    const store = await reopened(before)
    expect((await eventsOf(store, id('first'))).map((event) => event.at)).toEqual([0, 1, 2, 3])
    expect((await store.room(harbour.id))?.session).toBe(id('first'))
    await store.close()
  })

  test(`${name}: who does not know the last event is told of a conflict, and nothing is stored`, async () => {
    const store = await open()
    await store.createRoom(harbour, host, [])
    await store.begin(harbour.id, id('first'), [left(0)])
    expect(await store.append(id('first'), 0, [left(8), left(9)])).toBe('conflict')
    expect(await store.append(id('first'), 2, [left(8)])).toBe('conflict')
    expect(await store.begin(harbour.id, id('first'), [left(9)])).toBe('conflict')
    expect((await eventsOf(store, id('first'))).map((event) => event.at)).toEqual([0])
    await store.close()
  })

  test(`${name}: of two who append at once one wins, and takes nobody else’s with it`, async () => {
    const store = await open()
    const [a, b] = [id('first'), id('second')]
    const results = await Promise.all([
      store.append(a, 0, [left(1)]),
      store.append(a, 0, [left(2), left(3)]),
      store.append(b, 0, [left(4)]),
      store.append(a, 1, [left(5)]),
    ])
    expect(results).toEqual(['stored', 'conflict', 'stored', 'stored'])
    expect((await eventsOf(store, a)).map((event) => event.at)).toEqual([1, 5])
    expect((await eventsOf(store, b)).map((event) => event.at)).toEqual([4])
    await store.close()
  })

  test(`${name}: [OWNER-1] a room has one owner, and of two who want to be it one is`, async () => {
    const before = await open()
    await before.createRoom(harbour, host, [])
    expect(await before.owner(harbour.id)).toEqual(NOBODY)
    const both = [before.own(harbour.id, 'one', NOBODY), before.own(harbour.id, 'other', NOBODY)]
    expect(await Promise.all(both)).toEqual(['stored', 'conflict'])
    expect(await before.renewOwner({ room: harbour.id, token: 1 })).toBe('stored')
    const store = await reopened(before)
    expect(await store.owner(harbour.id)).toEqual({ owner: 'one', token: 1, beat: 1 })
    // Who saw it before its last sign of life has seen nothing of it.
    expect(await store.own(harbour.id, 'other', { owner: 'one', token: 1, beat: 0 })).toBe('conflict')
    expect(await store.own(harbour.id, 'other', { owner: 'one', token: 1, beat: 1 })).toBe('stored')
    expect(await store.renewOwner({ room: harbour.id, token: 1 })).toBe('fenced')
    await store.disown({ room: harbour.id, token: 1 })
    expect(await store.owner(harbour.id)).toEqual({ owner: 'other', token: 2, beat: 0 })
    await store.disown({ room: harbour.id, token: 2 })
    expect(await store.owner(harbour.id)).toEqual({ owner: null, token: 2, beat: 1 })
    await store.close()
  })

  test(`${name}: [OWNER-2] who does not own the room any more stores nothing, whatever it knows of the log`, async () => {
    const store = await open()
    await store.createRoom(harbour, host, [])
    await store.own(harbour.id, 'one', NOBODY)
    const older = { room: harbour.id, token: 1 }
    expect(await store.begin(harbour.id, id('first'), [left(0)], older)).toBe('stored')
    expect(await store.append(id('first'), 1, [left(1)], older)).toBe('stored')
    const guest: StoredPerson = { ...mei, room: harbour.id, key: keyOf('mei’s secret'), lowered: false, seenAt: 0 }
    expect(await store.putPerson(guest, older)).toBe('stored')
    await store.own(harbour.id, 'other', { owner: 'one', token: 1, beat: 0 })
    const newer = { room: harbour.id, token: 2 }
    expect(await store.append(id('first'), 2, [left(2)], older)).toBe('fenced')
    expect(await store.append(id('first'), 9, [left(2)], older)).toBe('fenced')
    expect(await store.begin(harbour.id, id('second'), [left(2)], older)).toBe('fenced')
    expect(await store.putPerson({ ...guest, name: 'Mei' }, older)).toBe('fenced')
    expect(await store.append(id('first'), 2, [left(3)], newer)).toBe('stored')
    expect((await eventsOf(store, id('first'))).map(({ at }) => at)).toEqual([0, 1, 3])
    expect(await store.room(harbour.id)).toMatchObject({ session: id('first') })
    expect(await store.person(harbour.id, mei.id)).toMatchObject({ name: mei.name })
    await store.close()
  })

  test(`${name}: a log is read from any of its events on`, async () => {
    const store = await open()
    await store.append(id('first'), 0, [left(0), left(1), left(2)])
    const { events, next, unreadable } = await store.loadFrom(id('first'), 2)
    expect([events.map(({ at }) => at), next, unreadable]).toEqual([[2], 3, []])
    expect(await store.loadFrom(id('first'), 9)).toEqual({ events: [], next: 3, unreadable: [], rewritten: 0 })
    await store.close()
  })

  test(`${name}: a session opens from its snapshot and what came after it`, async () => {
    const before = await open()
    await before.createRoom(harbour, host, [])
    await before.begin(harbour.id, id('first'), begins)
    expect(await before.snapshot(id('first'))).toBeNull()
    await before.renewSnapshot(id('first'))
    await before.append(id('first'), begins.length, [{ type: 'handRaised', at: 9, person: mei.id, ...raised }])
    const store = await reopened(before)
    expect((await store.snapshot(id('first')))?.seq).toBe(begins.length)
    const { session, next, lastAt } = await loadSession(store, id('first'))
    expect(session).toEqual((await eventsOf(store, id('first'))).reduce(evolve, nothingYet()))
    expect([session.hands.size, next, lastAt]).toEqual([1, begins.length + 1, 9])
    await store.renewSnapshot(id('first'))
    expect(await loadSession(store, id('first'))).toEqual({ session, next, lastAt, unreadable: [], rewritten: 0 })
    await store.close()
  })

  test.each([
    ['torn', (good: Snapshot) => ({ ...good, state: good.state.subarray(0, -9) })],
    ['empty', (good: Snapshot) => ({ ...good, state: new Uint8Array() })],
    ['written over', (good: Snapshot) => ({ ...good, state: good.state.toReversed() })],
    ['of other rules', (good: Snapshot) => ({ ...good, rules: 'others' })],
    ['ahead of the log', (good: Snapshot) => ({ ...good, seq: 99 })],
  ])(`${name}: where the snapshot is %s the log wins`, async (_how, spoil) => {
    const store = await open()
    await store.createRoom(harbour, host, [])
    await store.begin(harbour.id, id('first'), begins)
    await store.renewSnapshot(id('first'))
    const good = await store.snapshot(id('first'))
    if (!good) throw new Error('There is no snapshot.')
    expect(await store.putSnapshot(id('first'), spoil(good))).toBe('stored')
    const { session, next } = await loadSession(store, id('first'))
    expect([session.people.get(mei.id)?.name, next]).toEqual([mei.name, begins.length])
    await store.close()
  })

  messagesContract(name, open, reopened)
  retentionContract(name, open, reopened)

  test(`${name}: closing twice is harmless`, async () => {
    const store = await open()
    await store.close()
    await expect(store.close()).resolves.toBeUndefined()
  })
}
