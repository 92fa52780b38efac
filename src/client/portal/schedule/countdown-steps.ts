import type { Millis } from '../../../protocol/types.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE

// Minutes at which it is said how long it still takes: seldom, and never each second.
const SAID_AT = [0, 1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1_440]

/** Whole days, where it still takes so long that hours do not matter; else null. */
export const daysLeft = (left: Millis): number | null => (left < 2 * DAY ? null : Math.round(left / DAY))

/** How long it still takes as it was said last, in ms: the next of a few lengths, or whole days. [SCHEDULE-9] */
export function saidLeft(left: Millis): Millis {
  const minutes = SAID_AT.find((each) => left <= each * MINUTE)
  return minutes === undefined ? Math.ceil(left / DAY) * DAY : minutes * MINUTE
}
