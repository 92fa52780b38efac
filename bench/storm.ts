/**
 * Brings thousands into sessions of a real server on this machine, with a bare `ws` server beside it in the same run, and says what they
 * wait for and what they cost. Prints a table, or JSON.
 * `node bench/storm.ts [--people 10000] [--only room,restart,lobby,hall,engine,command] [--json] [--profile folder]`
 */
import { parseArgs } from 'node:util'
import { print, reportOf, type Row } from './report.ts'
import { SCENARIOS } from './storm/scenarios.ts'
import { tableOf } from './table.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    only: { type: 'string', default: Object.keys(SCENARIOS).join(',') },
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})
const people = Number(values.people)
const wanted = new Set(values.only.split(','))
const rows: Row[] = []
for (const [name, scenario] of Object.entries(SCENARIOS))
  if (wanted.has(name)) rows.push(...(await scenario({ people, profiles: values.profile ?? null })))
const report = reportOf('storm', rows, `npm run storm -- --people ${people}`)
if (values.json) print(report)
else process.stdout.write(`${report.machine}, ${people} people\n\n${tableOf(report)}\n`)
process.exit(0)
