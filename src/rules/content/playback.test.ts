import { expect, test } from 'vitest'
import { correction, positionAt } from './playback.ts'

test('[PRESENT-6] a film is as far as the time since it was played, and at its end it stays', () => {
  const playing = { playing: true, positionMs: 2_000, at: 10_000 }
  expect(positionAt(playing, 13_500, 60_000)).toBe(5_500)
  expect(positionAt(playing, 900_000, 60_000)).toBe(60_000)
  expect(positionAt(playing, 900_000, null)).toBe(892_000)
  // A clock that is a little behind does not play it backwards.
  expect(positionAt(playing, 9_990, 60_000)).toBe(2_000)
  expect(positionAt({ ...playing, playing: false }, 13_500, 60_000)).toBe(2_000)
})

test('[FILM-1] a player that drifts away comes back without a jump, and one that is far away jumps', () => {
  expect(correction(0)).toEqual({ jumps: false, rate: 1 })
  expect(correction(-40)).toEqual({ jumps: false, rate: 1 })
  expect(correction(1_500)).toEqual({ jumps: true })
  expect(correction(-1_000)).toEqual({ jumps: true })
  const [ahead, behind] = [correction(200), correction(-200)]
  expect(ahead).toEqual({ jumps: false, rate: expect.closeTo(0.96) })
  expect(behind).toEqual({ jumps: false, rate: expect.closeTo(1.04) })
})

test('[FILM-1] a player that is off by anything less than a jump is in step within twenty-five seconds', () => {
  for (const off of [-999, -500, -130, 60, 400, 999]) {
    let ahead = off
    for (let passed = 0; passed < 25_000; passed += 250) {
      const step = correction(ahead)
      if (!step.jumps) ahead += (step.rate - 1) * 250
    }
    expect(Math.abs(ahead)).toBeLessThanOrEqual(45)
  }
})
