import { expect, onTestFinished, test } from 'vitest'
import { handClock } from '../../../test/server/manual-clock.ts'
import { loadOfProcess, Strain, type Load } from './strain.ts'

const CALM: Load = { delay: 21, memory: 0.1, connections: 0.1 }

function given() {
  const clock = handClock()
  const measured = { load: CALM }
  const strain = new Strain(clock, () => measured.load)
  onTestFinished(() => strain.close())
  const after = (load: Partial<Load>) => {
    measured.load = { ...CALM, ...load }
    clock.turn(2_000)
    return strain.isHigh
  }
  return { after }
}

test.each([{ memory: 0.8 }, { connections: 0.95 }])('[FULL-5] %o is too much', (load) => {
  const { after } = given()
  expect(after({})).toBe(false)
  expect(after(load)).toBe(true)
  expect(after({})).toBe(false)
})

test('[FULL-5] who is late for six seconds has too much, and who is late for a moment has not', () => {
  const { after } = given()
  const late = { delay: 500 }
  expect([after(late), after(late), after({}), after(late), after(late)]).toEqual(
    Array.from({ length: 5 }, () => false),
  )
  expect([after(late), after({ delay: 200 }), after({})]).toEqual([true, true, false])
})

test('[FULL-5] what was too much has to become less by some way before anybody is let in', () => {
  const { after } = given()
  expect(after({ memory: 0.72 })).toBe(false)
  expect(after({ memory: 0.76 })).toBe(true)
  expect(after({ memory: 0.72 })).toBe(true)
  expect(after({ memory: 0.69 })).toBe(false)
})

test('a process that rests is not strained', async () => {
  const measure = loadOfProcess(() => 0)
  await new Promise((rested) => setImmediate(rested))
  const { delay, memory, connections } = measure()
  expect(delay).toBeLessThan(400)
  expect(memory).toBeGreaterThan(0)
  expect(memory).toBeLessThan(0.75)
  expect(connections).toBe(0)
})
