import { BENCHES, type Bench } from './benches.ts'
import { verdictOf, type Report, type Row } from './report.ts'

/** `docs/figures.md` from the reports: each bench that was ever kept, with what it is about, in the order of the list. */
export function figuresPage(reports: readonly Report[]): string {
  const parts = BENCHES.flatMap((bench) => {
    const report = reports.find(({ name }) => name === bench.name)
    return report ? partOf(bench, report) : []
  })
  return `${[HEAD, ...parts].join('\n\n')}\n`
}

const HEAD = `# Figures

Made by \`npm run bench -- --save\`, which measures all of them again; not edited by hand. Measured on loopback with headless Chromium,
LiveKit and all of it on one machine without a graphics card: what the network adds comes on top. Each has the day and the machine on
which it was measured last.`

function partOf({ title, about, conclusion, columns }: Bench, report: Report): string {
  const { command, measured, machine, rows } = report
  const head = `## ${title}\n\n\`${command}\`, ${measured}, ${machine}.\n\n${about}`
  return [head, tableOf(rows, columns), ...(conclusion === undefined ? [] : [conclusion])].join('\n\n')
}

function tableOf(rows: readonly Row[], columns: readonly string[] | undefined): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))]
  const shown = names.filter((name) => (columns ? columns.includes(name) : name !== 'n'))
  const hasBare = rows.some(({ bare }) => bare !== undefined)
  const isAsked = rows.some((row) => verdictOf(row) !== null)
  const head = ['what', ...shown.map((name) => (name === 'value' ? '' : name)), 'unit']
  const more = [...(hasBare ? ['bare server'] : []), ...(isAsked ? ['floor', 'goal', 'so'] : [])]
  const lines = rows.map((row) => [
    row.what,
    ...shown.map((name) => said(row.figures[name])),
    row.unit,
    ...(hasBare ? [said(row.bare)] : []),
    ...(isAsked ? [said(row.floor), said(row.goal), verdictOf(row) ?? ''] : []),
  ])
  const all = [[...head, ...more], [...head, ...more].map(() => '---'), ...lines]
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function said(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : value.toLocaleString('en', { maximumFractionDigits: 3 })
}
