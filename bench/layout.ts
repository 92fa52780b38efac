/**
 * Times the layout of the stage: 1 to 49 tiles on a desk and on a phone, and 49 alone in the worst case, with pages.
 * Prints JSON, in µs. `node bench/layout.ts [rounds]`.
 */
import { layoutOf } from '../src/client/features/stage/layout/layout.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'

const rounds = Number(process.argv[2] ?? 200)
const STAGES = {
  desk: { stage: { width: 1_032, height: 730 }, gap: 8 },
  phone: { stage: { width: 362, height: 300 }, gap: 4 },
  landscape: { stage: { width: 700, height: 330 }, gap: 4 },
} as const
const ids = Array.from({ length: 49 }, (_, n) => `person-${n}`)

function timed(count: number, stage: keyof typeof STAGES, main: string | null): number {
  const started = performance.now()
  layoutOf({ people: ids.slice(0, count), shares: [], main, page: 0, alone: null, ...STAGES[stage] })
  return (performance.now() - started) * 1_000
}

function measured(stage: keyof typeof STAGES) {
  const counts = ids.map((_, n) => n + 1)
  const repeated = Array.from({ length: rounds }, () => counts).flat()
  const all = repeated.map((count) => timed(count, stage, null))
  const most = Array.from({ length: rounds }, () => timed(49, stage, null))
  const withMain = Array.from({ length: rounds }, () => timed(49, stage, 'person-0'))
  return { all: spread(all, 1), fortyNine: spread(most, 1), withMain: spread(withMain, 1) }
}

// Once for the compiler alone.
measured('phone')
const rows = (['desk', 'phone', 'landscape'] as const).flatMap((stage) => {
  const { all, fortyNine, withMain } = measured(stage)
  return [
    rowOf(`1 to 49 tiles are laid out, ${stage}`, 'µs', all, { judged: 'p95' }),
    rowOf(`49 tiles, ${stage}`, 'µs', fortyNine, { judged: 'p95' }),
    rowOf(`49 tiles, one of them large, ${stage}`, 'µs', withMain, { judged: 'p95' }),
  ]
})
print(reportOf('layout', rows))
