import type { Millis } from '../../protocol/types.ts'

// Twice as many as two cores bring back in a second (bench/storm.ts): what comes a little early waits for nothing but the server.
const RETURNS_PER_SECOND = 4_000
// Who comes back within a moment of each other anyway need no longer.
const FEW = 200
const LONGEST: Millis = 20_000

/** Over how many ms so many people spread themselves who all lose a server at the same moment. [AWAY-5] */
export function returnSpread(people: number): Millis {
  return people <= FEW ? 0 : Math.min(LONGEST, Math.round((people / RETURNS_PER_SECOND) * 1_000))
}
