import { EARLY_MINUTES, type Schedule, type SchedulePhase } from '../../protocol/schedule.ts'
import type { Millis } from '../../protocol/types.ts'
import { lastOccurrence, nextOccurrence } from './occurrences.ts'

const MINUTE = 60_000

/**
 * Where a room stands at an instant; null is the schedule of one that is always open. `early`: how many minutes before the start people
 * may wait; `isLive`: whether a session runs, which no schedule ends. [SCHEDULE-7] [SCHEDULE-8]
 */
export function phaseOf(
  schedule: Schedule | null,
  at: Millis,
  { early = EARLY_MINUTES, isLive }: { early?: number; isLive: boolean },
): SchedulePhase {
  if (!schedule) return { phase: 'open', occurrence: null, next: null }
  const first = nextOccurrence(schedule, at)
  if (first && first.start <= at) return { phase: 'open', occurrence: first, next: nextOccurrence(schedule, first.end) }
  if (isLive) return { phase: 'open', occurrence: null, next: first }
  const last = lastOccurrence(schedule, at)
  if (!first) return { phase: 'over', last }
  return { phase: 'before', next: first, waitAt: first.start - early * MINUTE, enterAt: first.start, last }
}
