import type { Millis } from '../../protocol/types.ts'

// Measured by bench/storm.ts: two cores bring back so many a second, with the load beside them.
const RETURNS_PER_SECOND = 2_000
// Who comes back within a moment of each other anyway need no longer.
const FEW = 200
const LONGEST: Millis = 20_000

/** Over how many ms so many people spread themselves who all lose a server at the same moment. [AWAY-5] */
export function returnSpread(people: number): Millis {
  return people <= FEW ? 0 : Math.min(LONGEST, Math.round((people / RETURNS_PER_SECOND) * 1_000))
}
