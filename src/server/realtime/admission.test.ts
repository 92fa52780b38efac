import { expect, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { Admission, type Counted } from './admission.ts'

function given() {
  const clock = handClock()
  const admission = new Admission(clock)
  /** How many of so many are let in. */
  const admitted = (what: Counted, key: string, many: number) =>
    Array.from({ length: many }, () => admission.takes(what, key)).filter(Boolean).length
  return { clock, admitted }
}

test('400 people behind one address come in at the same moment', () => {
  const { admitted } = given()
  // Six connections and, at the most, thirty files each; a socket and a way to the media, once more after a restart.
  expect(admitted('connection', '203.0.113.7', 400 * 6)).toBe(2_400)
  expect(admitted('request', '203.0.113.7', 400 * 30)).toBe(12_000)
  expect(admitted('upgrade', '203.0.113.7', 400 * 4)).toBe(1_600)
  expect(admitted('roomArrival', 'room', 400)).toBe(400)
})

test('a flood from one address is cut to what a second holds, and from another address all come in', () => {
  const { clock, admitted } = given()
  expect(admitted('upgrade', '203.0.113.7', 10_000)).toBe(4_000)
  clock.turn(1_000)
  expect(admitted('upgrade', '203.0.113.7', 10_000)).toBe(200)
  expect(admitted('upgrade', '198.51.100.1', 400)).toBe(400)
})

test('from however many addresses, no more are let in than a process can welcome', () => {
  const { admitted } = given()
  expect(admitted('anyUpgrade', '', 50_000)).toBe(20_000)
})

test('one person who comes again and again waits, and nobody else does', () => {
  const { clock, admitted } = given()
  expect(admitted('arrival', 'mei', 100)).toBe(20)
  expect(admitted('arrival', 'noor', 1)).toBe(1)
  clock.turn(2_000)
  expect(admitted('arrival', 'mei', 100)).toBe(2)
})
