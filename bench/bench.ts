/**
 * Runs the benches one after the other, each in a process of its own and with a time limit, and compares with `bench/baseline.json`: what is
 * better or worse by more than a fifth, also when measured by a bare server (see comparison.ts). Prints a table for each and
 * writes all as JSON to `test-results/bench.json`. `--save` keeps what was measured as the new baseline, and makes `docs/figures.md` of
 * it; what was not measured again keeps its day. Ends with 1 where a bench failed.
 * `node bench/bench.ts [--quick] [--only storm,chat] [--save]`: about five minutes quickly, and an hour and a half in all.
 */
import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { BENCHES, type Bench } from './benches.ts'
import { changesOf, paceBetween } from './comparison.ts'
import { figuresPage } from './figures.ts'
import { readReport, readReports, type Report } from './report.ts'
import { tableOf } from './table.ts'

const BASELINE = new URL('baseline.json', import.meta.url)
const PAGE = new URL('../docs/figures.md', import.meta.url)
const RESULTS = new URL('../test-results/', import.meta.url)

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
})
const only = values.only?.split(',')
const kept = readReports(await readFile(BASELINE, 'utf8'))
const reports: Report[] = []
const failed: string[] = []
for (const bench of BENCHES) {
  const args = values.quick ? bench.quick : bench.whole
  if (args === null || (only && !only.includes(bench.name) && bench.name !== 'pace')) continue
  const report = await reportFrom(bench, args)
  if (!report) continue
  reports.push(report)
  process.stdout.write(`\n${bench.title} (${report.command})\n\n${tableOf(report)}\n`)
}
await mkdir(RESULTS, { recursive: true })
await writeFile(new URL('bench.json', RESULTS), `${JSON.stringify(reports, null, 2)}\n`)
compare()
if (values.save) {
  const all = BENCHES.flatMap(({ name }) => {
    const isIt = (report: Report) => report.name === name
    return reports.find(isIt) ?? kept.find(isIt) ?? []
  })
  await writeFile(BASELINE, `${JSON.stringify(all, null, 2)}\n`)
  await writeFile(PAGE, figuresPage(all))
}
if (failed.length > 0) process.stderr.write(`\nThese benches failed: ${failed.join(', ')}.\n`)
process.exitCode = failed.length > 0 ? 1 : 0

/** Runs a bench. Null where it fails, or takes too long. */
async function reportFrom({ name, minutes }: Bench, args: readonly string[]): Promise<Report | null> {
  const file = new URL(`${name}.ts`, import.meta.url).pathname
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  // With it go the servers and browsers that it has started.
  const end = () => endGroup(child.pid)
  const limit = setTimeout(end, minutes * 60_000)
  process.once('SIGINT', end)
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const code = await new Promise<number | null>((ended) => child.once('close', ended))
  clearTimeout(limit)
  process.off('SIGINT', end)
  end()
  if (code !== 0) failed.push(name)
  const report = readReport(printed)
  return report && { ...report, command: commandOf(name, args) }
}

/** Ends what is left of a group of processes. */
function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader)
  } catch {
    // Nothing is left.
  }
}

/** What to type. */
function commandOf(name: string, args: readonly string[]): string {
  const shown = args.filter((arg) => arg !== '--json').join(' ')
  const script = name === 'storm' || name === 'soak' ? name : `bench:${name}`
  return `npm run ${script}${shown === '' ? '' : ` -- ${shown}`}`
}

/** Says what is better and what is worse than in the baseline. A quick look is smaller, and is compared with nothing. */
function compare(): void {
  if (values.quick) return
  const pace = paceBetween(reports, kept)
  for (const report of reports) {
    const before = kept.find(({ name }) => name === report.name)
    if (!before || before.machine !== report.machine) continue
    for (const { bench, what, unit, was, now, ratio } of changesOf(report, before, pace)) {
      const how = ratio > 1 ? `${ratio.toFixed(2)} times worse` : `${(1 / ratio).toFixed(2)} times better`
      process.stdout.write(`${bench}: ${what}: ${was} → ${now} ${unit}, ${how}\n`)
    }
  }
}
