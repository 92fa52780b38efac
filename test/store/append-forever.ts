// A process that appends without end and says what was acknowledged, to be killed in the middle of it.
import { openSqlite } from '../../src/server/store/store.sqlite.ts'

const store = openSqlite(process.argv[2] ?? '')
const session = 'killed'.padEnd(22, '_')
for (let seq = 0; ; seq++) {
  const stored = await store.append(session, seq, [{ type: 'left', at: seq, person: session, why: 'gone' }])
  if (stored === 'stored') process.stdout.write(`${seq}\n`)
}
