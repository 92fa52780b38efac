import { cpus } from 'node:os'
import * as v from 'valibot'

/** One thing that was measured. */
const Row = v.object({
  what: v.string(),
  unit: v.string(),
  /** By name, as `p50` or `p95`; null where there was nothing to measure. `n` is how often. */
  figures: v.record(v.string(), v.nullable(v.number())),
  /** Which of the figures is judged, and compared with those of another day. */
  judged: v.string(),
  better: v.picklist(['less', 'more']),
  /** The same figure of a bare server in the same run: what this machine can do at the least. */
  bare: v.optional(v.number()),
  /** What the judged figure has to reach, and what it shall reach. */
  floor: v.optional(v.number()),
  goal: v.optional(v.number()),
})
export type Row = v.InferOutput<typeof Row>

/** What one bench has found. `measured` is a day as in 2026-12-31. */
const Report = v.object({
  name: v.string(),
  command: v.string(),
  measured: v.string(),
  machine: v.string(),
  rows: v.array(Row),
})
export type Report = v.InferOutput<typeof Report>

type Judged = Partial<Pick<Row, 'judged' | 'better' | 'bare' | 'floor' | 'goal'>>

/** A row; judged is its first figure, of which less is better, unless said otherwise. */
export function rowOf(what: string, unit: string, figures: Row['figures'], judged: Judged = {}): Row {
  return {
    what,
    unit,
    figures,
    judged: Object.keys(figures).find((name) => name !== 'n') ?? '',
    better: 'less',
    ...judged,
  }
}

/** A report of today, on this machine. `name` is the bench's file, and what is typed after `npm run bench:`. */
export function reportOf(name: string, rows: Row[], command = `npm run bench:${name}`): Report {
  return { name, command, measured: new Date().toISOString().slice(0, 10), machine: thisMachine(), rows }
}

/** Prints a report as JSON. */
export function print(report: Report): void {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
}

/** A report as a bench has printed it; null where it has not, or something else. */
export function readReport(text: string): Report | null {
  try {
    return v.parse(Report, JSON.parse(text))
  } catch {
    return null
  }
}

/** Reports that were kept. Throws where the file is broken. */
export function readReports(text: string): Report[] {
  return v.parse(v.array(Report), JSON.parse(text))
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
