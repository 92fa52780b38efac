import { cpus } from 'node:os'

/** One thing that was measured. */
export type Row = {
  what: string
  unit: string
  /** By name, as `p50` or `p95`; null where there was nothing to measure. `n` is how often. */
  figures: Readonly<Record<string, number | null>>
  /** Which of the figures is judged, and compared with those of another day. */
  judged: string
  better: 'less' | 'more'
  /** The same figure of a bare server in the same run: what this machine can do at the least. */
  bare?: number
  /** What the judged figure has to reach, and what it shall reach. */
  floor?: number
  goal?: number
}

/** What one bench has found. `measured` is a day as in 2026-12-31. */
export type Report = { name: string; command: string; measured: string; machine: string; rows: Row[] }

type Judged = Partial<Pick<Row, 'judged' | 'better' | 'bare' | 'floor' | 'goal'>>

/** A row; judged is its first figure, of which less is better, unless said otherwise. */
export function row(what: string, unit: string, figures: Row['figures'], judged: Judged = {}): Row {
  return { what, unit, figures, judged: Object.keys(figures)[0] ?? '', better: 'less', ...judged }
}

/** A report of today, on this machine. `name` is the bench's file, and what is typed after `npm run bench:`. */
export function reportOf(name: string, rows: Row[], command = `npm run bench:${name}`): Report {
  return { name, command, measured: new Date().toISOString().slice(0, 10), machine: thisMachine(), rows }
}

/** Prints a report as JSON. */
export function print(report: Report): void {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
}

/** Whether a row has reached its goal, or at least its floor; null where nothing was asked of it. */
export function verdictOf({ figures, judged, better, floor, goal }: Row): 'goal met' | 'floor met' | 'missed' | null {
  const value = figures[judged] ?? NaN
  const reaches = (wanted: number) => (better === 'less' ? value <= wanted : value >= wanted)
  if (goal !== undefined && reaches(goal)) return 'goal met'
  if (floor !== undefined && reaches(floor)) return 'floor met'
  return goal === undefined && floor === undefined ? null : 'missed'
}

function thisMachine(): string {
  const all = cpus()
  return `${all[0]?.model.trim() ?? 'unknown'}, ${all.length} cores`
}
