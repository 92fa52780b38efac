import { expect, test } from 'vitest'
import { nextIntake, picturesToGive, viewersHeld, type Intake } from './intake.ts'

const LIMITS = { viewers: 100, cores: 2 }
const load = (pictures: number, soundOnly = 0, engineCores: number | null = null) => ({
  pictures,
  soundOnly,
  engineCores,
})

/** The states that follow each other while so many watch. */
function states(...watching: [pictures: number, soundOnly?: number][]): Intake[] {
  let now: Intake = 'open'
  return watching.map(([pictures, soundOnly]) => (now = nextIntake(now, load(pictures, soundOnly), LIMITS)))
}

test('[LOAD-2] newcomers get pictures, then sound alone, and then wait', () => {
  expect(states([0], [84], [85], [85, 37], [85, 38])).toEqual(['open', 'open', 'sound-only', 'sound-only', 'full'])
})

test('[LOAD-2] one who comes and goes at the border changes nothing', () => {
  expect(states([85], [84], [85], [76], [75], [74], [84])).toEqual([
    'sound-only',
    'sound-only',
    'sound-only',
    'sound-only',
    'sound-only',
    'open',
    'open',
  ])
  expect(states([100], [99], [90], [89], [99], [100])).toEqual([
    'full',
    'full',
    'full',
    'sound-only',
    'sound-only',
    'full',
  ])
})

test('[LOAD-2] whoever leaves all at once opens it at once', () => {
  expect(states([200], [0])).toEqual(['full', 'open'])
})

test('[LOAD-1] what the operator sets holds, whatever is measured', () => {
  expect(viewersHeld(load(90, 0, 2), LIMITS)).toBe(100)
})

test('[LOAD-1] what is measured here counts as soon as it says something, and grows with the cores', () => {
  const by = (cores: number) => ({ viewers: 0, cores })
  expect(viewersHeld(load(0), by(2))).toBe(150)
  expect(viewersHeld(load(3, 0, 1.5), by(2))).toBe(150)
  expect(viewersHeld(load(100, 0, 0.2), by(2))).toBe(700)
  expect(viewersHeld(load(100, 0, 1), by(2))).toBe(140)
  expect(viewersHeld(load(100, 0, 1), by(16))).toBe(1_120)
  expect(viewersHeld(load(0, 100, 0.4), by(2))).toBe(140)
})

test('[LOAD-1] a stage on which nobody sends anything closes to nobody', () => {
  const limits = { viewers: 0, cores: 2 }
  expect(nextIntake('open', load(1_000, 0, 0.04), limits)).toBe('open')
  expect(viewersHeld(load(1_000, 0, 0.04), limits)).toBe(14_000)
})

test('[LOAD-5] nothing is closed where nothing is known', () => {
  const limits = { viewers: 0, cores: null }
  expect(viewersHeld(load(5_000), limits)).toBeNull()
  expect(nextIntake('open', load(5_000), limits)).toBe('open')
  expect(picturesToGive(load(5_000, 7), limits)).toBe(7)
})

test('[LOAD-2] pictures are given as long as newcomers would get them too', () => {
  expect(picturesToGive(load(60, 30), LIMITS)).toBe(5)
  expect(picturesToGive(load(60, 2), LIMITS)).toBe(2)
  expect(picturesToGive(load(75, 2), LIMITS)).toBe(0)
  expect(nextIntake('open', load(65, 25), LIMITS)).toBe('open')
})
