import { verdictOf, type Report } from './report.ts'

/** A report as a table for a terminal: what was asked of each row, and whether it is so. */
export function tableOf({ rows }: Report): string {
  const head = ['what', 'measured', 'bare server', 'floor', 'goal', '']
  const lines = rows.map((row) => {
    const { what, unit, figures, judged, bare, floor, goal } = row
    const said = (value: number | null | undefined) =>
      value === null || value === undefined ? '' : `${value.toLocaleString('en')} ${unit}`.trim()
    const name = judged === 'value' ? '' : `${judged} `
    return [what, name + said(figures[judged]), said(bare), said(floor), said(goal), verdictOf(row) ?? '']
  })
  const widths = head.map((_, n) => Math.max(...[head, ...lines].map((line) => line[n]?.length ?? 0)))
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
