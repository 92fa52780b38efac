import type { Report, Row } from './report.ts'

// Machines and neighbours are noisy: within a fifth two figures are the same.
const NOISE = 0.2

/** How a figure has changed. `ratio`: over 1 where it is worse. */
export type Change = { bench: string; what: string; unit: string; was: number; now: number; ratio: number }

/**
 * Which judged figures of a report are better or worse than those of another day, beyond noise: by more than a fifth as they stand, and
 * also after each was divided by what a bare server took in its run. That is the one beside it, or else `pace`: how much slower the
 * machine is in all. Figures that were nothing, or are, are not compared.
 */
export function changesOf(now: Report, then: Report, pace: number): Change[] {
  return now.rows.flatMap((row) => {
    const before = then.rows.find(({ what }) => what === row.what)
    const [value, was] = [row.figures[row.judged] ?? 0, before?.figures[row.judged] ?? 0]
    if (!before || value <= 0 || was <= 0) return []
    const plain = row.better === 'less' ? value / was : was / value
    const ratio = nearerToOne(plain, plain / paceOf(row, before, pace))
    const isNoise = ratio <= 1 + NOISE && ratio >= 1 / (1 + NOISE)
    return isNoise ? [] : [{ bench: now.name, what: row.what, unit: row.unit, was, now: value, ratio }]
  })
}

/** How much slower the machine is than it was, by the processor time of a join at the bare server (see pace.ts); 1 where that is not known. */
export function paceBetween(now: readonly Report[], then: readonly Report[]): number {
  const joinIn = (reports: readonly Report[]) => reports.find(({ name }) => name === 'pace')?.rows[0]?.figures['value']
  const [today, before] = [joinIn(now), joinIn(then)]
  return today && before ? today / before : 1
}

function paceOf(now: Row, then: Row, pace: number): number {
  if (now.bare && then.bare) return now.better === 'less' ? now.bare / then.bare : then.bare / now.bare
  return isOfTime(now) ? pace : 1
}

/** Bytes and pictures do not wait for the machine. */
function isOfTime({ unit }: Row): boolean {
  return unit === 'ms' || unit === 'µs'
}

/** What two ratios agree on: 1 where one says better and the other worse. */
function nearerToOne(a: number, b: number): number {
  if (a > 1 !== b > 1) return 1
  return a > 1 ? Math.min(a, b) : Math.max(a, b)
}
