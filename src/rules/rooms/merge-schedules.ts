import type { Exception, Schedule, Series } from '../../protocol/schedule.ts'

/**
 * Both changes of a schedule where two have moved or cancelled other dates of the same series; null where they have changed the same date
 * otherwise, or more than dates. [ROOM-7]
 */
export function mergeSchedules(base: Schedule | null, mine: Schedule | null, theirs: Schedule | null): Schedule | null {
  if (!base || !mine || !theirs || !isSameSeries(base, mine) || !isSameSeries(base, theirs)) return null
  const merged = seriesIn(base).map((series, n) => {
    const lists = [series, seriesIn(mine)[n], seriesIn(theirs)[n]].map((each) => byDate(each?.exceptions ?? []))
    return mergeExceptions(lists)
  })
  const [exceptions, ...later] = merged
  if (!exceptions || later.includes(null)) return null
  return { ...base, exceptions, following: base.following.map((each, n) => ({ ...each, exceptions: later[n] ?? [] })) }
}

const seriesIn = (schedule: Schedule): Series[] => [schedule, ...schedule.following]

const isSameSeries = (one: Schedule, other: Schedule): boolean => withoutDates(one) === withoutDates(other)

const withoutDates = (schedule: Schedule): string =>
  JSON.stringify(seriesIn(schedule).map(({ start, minutes, zone, repeat }) => [start, minutes, zone, repeat]))

type ByDate = Map<string, Exception>

const byDate = (exceptions: Exception[]): ByDate => new Map(exceptions.map((each) => [each.on, each]))

/** What became of each date: of the base, mine and theirs, in this order; null where the two have changed one otherwise. */
function mergeExceptions([base, mine, theirs]: ByDate[]): Exception[] | null {
  const dates = [...new Set([base, mine, theirs].flatMap((each) => [...(each?.keys() ?? [])]))].toSorted()
  const merged: Exception[] = []
  for (const on of dates) {
    const [before, one, other] = [base, mine, theirs].map((each) => JSON.stringify(each?.get(on)))
    if (one !== before && other !== before && one !== other) return null
    const kept = (one === before ? theirs : mine)?.get(on)
    if (kept) merged.push(kept)
  }
  return merged
}
