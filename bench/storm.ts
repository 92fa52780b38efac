/**
 * Brings thousands into one session of a real server on this machine, and prints what they wait for and what they cost, as JSON.
 * `node bench/storm.ts --people 10000 --only joins,hands`
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeCrowd } from './storm/crowd.ts'
import { joinAll } from './storm/joins.ts'
import { LoadedServer } from './storm/server.ts'

const { values } = parseArgs({
  options: { people: { type: 'string', default: '1000' }, server: { type: 'string', default: 'rostrum' } },
})
const people = Number(values.people)
const folder = await mkdtemp(join(tmpdir(), 'rostrum-storm-'))
const crowd = await makeCrowd(folder, people + 1)
const server = values.server === 'bare' ? await LoadedServer.bare() : await LoadedServer.rostrum(folder)
try {
  const [host, ...guests] = crowd.people
  if (!host) throw new Error('nobody hosts')
  await joinAll(server, crowd.room, [host])
  const { figures } = await joinAll(server, crowd.room, guests)
  process.stdout.write(`${JSON.stringify({ cores: cpus().length, people, joins: figures }, null, 2)}\n`)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
