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
  const table = [head, ...lines].map((line) => line.filter((_, n) => lines.some((other) => other[n] !== '')))
  const widths = (table[0] ?? []).map((_, n) => Math.max(...table.map((line) => line[n]?.length ?? 0)))
  return table
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
