import { pino } from 'pino'
import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import { leasedOwnership, soleOwnership } from './ownership.ts'

const ROOM = 'room'.padEnd(22, '_')
const LASTS = 3_000
const log = pino({ level: 'silent' })
/** Lets what the store was asked be answered. */
const settled = async () => await new Promise((done) => setImmediate(done))

/** Two processes over one store, each with a clock of its own, and how often each has lost the room. */
function two() {
  const store = memoryStore()
  const process = () => {
    const clock = handClock()
    const ownership = leasedOwnership({ store, clock, log, lasts: LASTS })
    const own = { clock, lost: 0, acquire: async () => await ownership.acquire(ROOM, () => (own.lost += 1)) }
    return own
  }
  return { store, one: process(), other: process() }
}

test('[OWNER-1] a room stays with an owner that gives signs of life, and is free once it gives none for the time of a lease', async () => {
  const { one, other } = two()
  const lease = await one.acquire()
  expect(lease?.isHeld()).toBe(true)
  for (let turn = 0; turn < 12; turn += 1) {
    for (const { clock } of [one, other]) clock.turn(LASTS / 3)
    await settled()
    expect(await other.acquire()).toBeNull()
  }
  expect(lease?.isHeld()).toBe(true)
  // From now on the first process stands still, and its clock goes on unseen.
  other.clock.turn(LASTS - 1)
  expect(await other.acquire()).toBeNull()
  other.clock.turn(1)
  const taken = await other.acquire()
  expect(taken?.fence.token).toBe(2)
  one.clock.turn(LASTS / 3)
  await settled()
  expect([lease?.isHeld(), one.lost, other.lost]).toEqual([false, 1, 0])
  expect(await one.acquire()).toBeNull()
})

test('[OWNER-1] an owner stops believing in its lease before anybody else may have the room, also where the store does not answer', async () => {
  const { store, one, other } = two()
  const lease = await one.acquire()
  store.renewOwner = async () => await new Promise(() => {})
  expect(await other.acquire()).toBeNull()
  for (const { clock } of [one, other]) clock.turn(LASTS - 1)
  expect([lease?.isHeld(), await other.acquire()]).toEqual([true, null])
  for (const { clock } of [one, other]) clock.turn(1)
  expect(lease?.isHeld()).toBe(false)
  expect((await other.acquire())?.fence.token).toBe(2)
})

test('[OWNER-1] times of day that are set, or differ, give nobody a room and take none away', async () => {
  const { one, other } = two()
  const lease = await one.acquire()
  other.clock.set(86_400_000)
  expect(await other.acquire()).toBeNull()
  one.clock.set(-86_400_000)
  expect(lease?.isHeld()).toBe(true)
  expect(await other.acquire()).toBeNull()
  // Nor does a lease last longer for it.
  other.clock.set(-3_600_000)
  other.clock.turn(LASTS)
  expect((await other.acquire())?.fence.token).toBe(2)
})

test('[OWNER-1] a room that is given back is free at once; twice is harmless, and a lost one is not given back', async () => {
  const { store, one, other } = two()
  const lease = await one.acquire()
  await lease?.release()
  await lease?.release()
  const taken = await other.acquire()
  expect(taken?.isHeld()).toBe(true)
  lease?.lose()
  await lease?.release()
  expect([one.lost, (await store.owner(ROOM)).token]).toEqual([0, 2])
  taken?.lose()
  await taken?.release()
  expect(await one.acquire()).toBeNull()
})

test('[OWNER-1] of two who see a room free at the same time one has it', async () => {
  const { one, other } = two()
  const leases = await Promise.all([one.acquire(), other.acquire()])
  expect(leases.filter((lease) => lease !== null)).toHaveLength(1)
})

test('[OWNER-1] who is alone with the data has every room at once, also after one that gave nothing back, and on a full disk', async () => {
  const store = memoryStore()
  const before = await soleOwnership(store).acquire(ROOM, () => {})
  const lease = await soleOwnership(store).acquire(ROOM, () => {})
  expect([before?.fence.token, lease?.fence.token, lease?.isHeld()]).toEqual([1, 2, true])
  store.full = true
  expect((await soleOwnership(store).acquire(ROOM, () => {}))?.isHeld()).toBe(true)
})
