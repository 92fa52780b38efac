import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { SessionTime } from './session-time.ts'

const HOUR = 3_600_000

test('the time of a session is that of the day, also after the machine has slept', () => {
  const clock = handClock()
  const time = new SessionTime(clock, 0)
  clock.turn(1_500)
  expect(time.now()).toBe(clock.now())
  // Asleep: the day goes on, and what counts evenly stands still.
  clock.set(HOUR)
  expect(time.now()).toBe(clock.now())
})

test('a clock that is set back does not turn the log around: time goes on evenly, ahead of it', () => {
  const clock = handClock()
  const time = new SessionTime(clock, 0)
  const before = time.now()
  clock.set(-HOUR)
  expect(time.now()).toBe(before)
  clock.turn(30_000)
  expect(time.now()).toBe(before + 30_000)
  clock.set(2 * HOUR)
  expect(time.now()).toBe(clock.now())
})

test('no event is older than the last one that is stored', () => {
  const clock = handClock()
  const last = clock.now() + HOUR
  const time = new SessionTime(clock, last)
  clock.turn(10)
  expect(time.now()).toBe(last + 10)
})

test('however often it is asked, no part of a millisecond is lost', () => {
  let now = 0
  const clock = { ...handClock(), now: () => 0, monotonic: () => now }
  const time = new SessionTime(clock, 0)
  for (let n = 0; n < 1_000; n++) {
    now += 0.7
    time.now()
  }
  expect(time.now()).toBe(700)
})
