import type { Report, Row } from './report.ts'

// Machines and neighbours are noisy: within a fifth two figures are the same.
const NOISE = 0.2

/** How a figure has changed. `ratio`: now over then, over the same of the yardstick; over 1 where it is worse. */
export type Change = { bench: string; what: string; unit: string; was: number; now: number; ratio: number }

/**
 * Which judged figures of a report are better or worse than those of another day, beyond noise: by more than a fifth, after both were
 * divided by what the bare server beside them took in the same run. Where no bare server ran beside, `pace` stands for it: how much slower
 * it is today in all. Figures that were nothing, or are, are not compared.
 */
export function changesOf(now: Report, then: Report, pace: number): Change[] {
  return now.rows.flatMap((row) => {
    const before = then.rows.find(({ what }) => what === row.what)
    const [value, was] = [row.figures[row.judged] ?? 0, before?.figures[row.judged] ?? 0]
    if (!before || value <= 0 || was <= 0) return []
    const ratio = row.better === 'less' ? value / was : was / value
    const change = {
      bench: now.name,
      what: row.what,
      unit: row.unit,
      was,
      now: value,
      ratio: ratio / paceOf(row, before, pace),
    }
    return change.ratio > 1 + NOISE || change.ratio < 1 / (1 + NOISE) ? [change] : []
  })
}

/** How much slower the machine is than it was, by a join at the bare server (see pace.ts); 1 where that was not measured. */
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
