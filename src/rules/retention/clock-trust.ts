import type { Millis } from '../../protocol/types.ts'

/** The time at which was last believed what the clock says; `doubtedAt`: what it said when it was first not believed, else null. */
export type ClockSeen = { at: Millis; doubtedAt: Millis | null }

const DAY: Millis = 24 * 3_600_000

/**
 * [KEEP-3] Whether to delete by what the clock says. One that is more than a day ahead of what it said last may have been set wrongly, or
 * the server was off for long: both look the same, and a day later somebody has noticed or it is so. `newest`: the time of the newest thing
 * that is kept, for the first look of all; null where there is nothing.
 */
export function trustClock(
  seen: ClockSeen | null,
  newest: Millis | null,
  now: Millis,
): { seen: ClockSeen; isTrusted: boolean } {
  const last = seen?.at ?? newest ?? now
  const doubtedAt = seen?.doubtedAt ?? null
  const isPlausible = now <= last + DAY || (doubtedAt !== null && now >= doubtedAt + DAY)
  if (isPlausible) return { seen: { at: now, doubtedAt: null }, isTrusted: true }
  // Doubted anew where it was set back meanwhile, and is still ahead.
  const since = doubtedAt === null || now < doubtedAt ? now : doubtedAt
  return { seen: { at: last, doubtedAt: since }, isTrusted: false }
}
