import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newFolder, openScene } from '../../../test/server/app-server.ts'
import { handClock } from '../../../test/server/manual-clock.ts'
import { filesWith } from '../../../test/server/store-files.ts'
import { MARKER, roomOf, sessionOf } from '../../../test/store/store.retention.contract.ts'
import { openSqlite } from '../store/store.sqlite.ts'
import type { Store } from '../store/store.ts'
import { Retention, type RetentionNeeds } from './retention.ts'

const DAY = 24 * 3_600_000
const id = (text: string) => text.padEnd(22, '_')
const [first, second] = [id('first'), id('second')]

const NOTHING = { forgetAgain: async () => {}, reread: async () => {} }

function opened(given: Partial<RetentionNeeds> = {}) {
  const folder = newFolder()
  const store = openSqlite(folder)
  const clock = handClock()
  const log = pino({ level: 'silent' })
  const needs = {
    store,
    clock,
    log,
    keepDays: 7,
    isOpen: () => false,
    end: async () => {},
    isQuiet: () => true,
    ...given,
    ...NOTHING,
  }
  const retention = new Retention(needs)
  onTestFinished(async () => {
    await retention.close()
    await store.close()
  })
  return { folder, store, clock, retention }
}

/** A room in which the last session ended, and one before it, and another room in which one runs. */
async function filled(store: Store, at: number) {
  const [room, live] = [roomOf('harbour'), roomOf('lively')]
  for (const each of [room, live]) await store.createRoom({ ...each.room, createdAt: at }, each.host, [each.link])
  await store.begin(room.room.id, id('before'), sessionOf(room.room, id('before'), at - 9 * DAY))
  await store.begin(room.room.id, first, sessionOf(room.room, first, at - 8 * DAY))
  await store.renewSnapshot(first)
  await store.begin(live.room.id, second, sessionOf(live.room, second, null))
  return { room: room.room, live: live.room }
}

test('[KEEP-1] [KEEP-2] what ended before so many days is let go of at the start, and what runs is not', async () => {
  const { store, clock, retention } = opened()
  const { room } = await filled(store, clock.now())
  retention.start()
  await retention.settled()
  expect((await store.loadFrom(first, 0)).next + (await store.loadFrom(id('before'), 0)).next).toBe(0)
  expect((await store.room(room.id))?.session).not.toBe(first)
  expect((await store.loadFrom(second, 0)).next).toBeGreaterThan(0)
})

test('[KEEP-9] its bytes are in none of the files any more', async () => {
  const { folder, store, clock, retention } = opened()
  const { live } = await filled(store, clock.now())
  await store.deleteRoom(live.id)
  retention.start()
  await retention.settled()
  // Rooms keep their names.
  const room = roomOf('harbour')
  await store.deleteRoom(room.room.id)
  retention.soon()
  await retention.settled()
  expect(filesWith(folder, MARKER)).toEqual([])
})

test('[KEEP-9] while somebody is in a session the bytes are written over all the same, and the file is made anew later', async () => {
  let isQuiet = false
  const { folder, store, clock, retention } = opened({ isQuiet: () => isQuiet })
  await filled(store, clock.now())
  for (const name of ['harbour', 'lively']) await store.deleteRoom(roomOf(name).room.id)
  retention.start()
  await retention.settled()
  expect(filesWith(folder, MARKER)).toEqual([])
  isQuiet = true
  retention.soon()
  await retention.settled()
  expect(filesWith(folder, MARKER)).toEqual([])
})

test('[KEEP-9] the file is made anew soon after the last one has left, and not only within the hour', async () => {
  let isQuiet = false
  const { store, clock, retention } = opened({ isQuiet: () => isQuiet })
  await filled(store, clock.now())
  const scrub = vi.spyOn(store, 'scrub')
  retention.start()
  retention.look()
  await retention.settled()
  expect(scrub.mock.calls).toEqual([[false]])
  isQuiet = true
  retention.look()
  await retention.settled()
  expect(scrub.mock.calls.slice(1)).toEqual([[true]])
})

test('[KEEP-1] every hour it looks again; a room that somebody has open waits', async () => {
  const open = new Set<string>()
  const { store, clock, retention } = opened({ isOpen: (room) => open.has(room) })
  const { room } = await filled(store, clock.now())
  open.add(room.id)
  retention.start()
  await retention.settled()
  expect((await store.loadFrom(first, 0)).next).toBeGreaterThan(0)
  expect((await store.loadFrom(id('before'), 0)).next).toBe(0)
  open.clear()
  clock.turn(DAY / 24)
  await retention.settled()
  expect((await store.loadFrom(first, 0)).next).toBe(0)
})

test('[KEEP-3] a clock that jumps a year ahead deletes nothing for a day, and nothing at all where it is put right', async () => {
  const { store, clock, retention } = opened()
  const { room } = roomOf('harbour')
  const { host, link } = roomOf('harbour')
  await store.createRoom({ ...room, createdAt: clock.now() }, host, [link])
  await store.begin(room.id, first, sessionOf(room, first, clock.now()))
  retention.start()
  await retention.settled()
  clock.set(365 * DAY)
  for (let hour = 0; hour < 23; hour += 1) {
    clock.turn(DAY / 24)
    await retention.settled()
  }
  expect((await store.loadFrom(first, 0)).next).toBeGreaterThan(0)
  clock.set(-365 * DAY)
  clock.turn(DAY / 24)
  await retention.settled()
  expect((await store.loadFrom(first, 0)).next).toBeGreaterThan(0)
  clock.set(365 * DAY)
  for (let hour = 0; hour < 26; hour += 1) {
    clock.turn(DAY / 24)
    await retention.settled()
  }
  expect((await store.loadFrom(first, 0)).next).toBe(0)
})

test('[KEEP-4] what was let go of before the server was stopped is written over when it is back', async () => {
  const folder = newFolder()
  const before = openSqlite(folder)
  const { room, host, link } = roomOf('harbour')
  await before.createRoom(room, host, [link])
  await before.begin(room.id, first, sessionOf(room, first, null, 600))
  await before.deleteRoom(room.id)
  expect(await before.eraseSome()).toBe('more')
  await before.close()
  expect(filesWith(folder, MARKER)).not.toEqual([])
  const scene = await openScene({ folder })
  await expect.poll(() => filesWith(folder, MARKER), { timeout: 20_000 }).toEqual([])
  await scene.close()
})

test('[KEEP-1] without the setting everything is kept', async () => {
  const { store, clock, retention } = opened({ keepDays: null })
  await filled(store, clock.now())
  retention.start()
  await retention.settled()
  expect((await store.loadFrom(first, 0)).next).toBeGreaterThan(0)
})

test('[ROOM-8] a deleted room is let go of after 30 days, and not before, also where everything else is kept', async () => {
  const { folder, store, clock, retention } = opened({ keepDays: null })
  const { room, live } = await filled(store, clock.now())
  await store.setDeleted(room.id, clock.now())
  for (let day = 0; day < 30; day += 1) {
    clock.turn(DAY)
    retention.soon()
    await retention.settled()
  }
  expect(await store.room(room.id)).toMatchObject({ id: room.id })
  clock.turn(1)
  retention.soon()
  await retention.settled()
  expect(await store.room(room.id)).toBeNull()
  expect(await store.room(live.id)).toMatchObject({ id: live.id })
  expect(filesWith(folder, 'harbour')).toEqual([])
})
