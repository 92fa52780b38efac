/**
 * How long a hand takes to a moderator's screen in a room of a thousand while 20 people sign in a second with their passwords, beside the same
 * room at rest, and how long they wait. Prints JSON.
 * `node bench/sign-in.ts --people 1000`
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'
import { makeCrowd } from './storm/crowd.ts'
import { raiseHands } from './storm/hands.ts'
import { begin, bringIn, paced } from './storm/load.ts'
import { LoadedServer } from './storm/server.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' } } })
const people = Number(values.people)
const HANDS = 150
const A_SECOND = 20
const SECONDS = 8
const PASSWORD = 'correct horse battery'
const CREATED = 204

const folder = await mkdtemp(join(tmpdir(), 'rostrum-sign-in-'))
const crowd = await makeCrowd(folder, people + 1)
const server = await LoadedServer.rostrum(folder)
const load = await begin(server, crowd)
load.inside.push(...(await bringIn(load, people)).members)
for (let n = 0; n < A_SECOND; n += 1) await send(n, 'sign-up', { name: `Member ${n}`, ...credentials(n) })
const rest = await raiseHands(load, HANDS)
const waits: number[] = []
const signing = paced(A_SECOND * SECONDS, 1_000 / A_SECOND, async (n) => {
  const began = performance.now()
  await send(n % A_SECOND, 'sign-in', credentials(n % A_SECOND))
  waits.push(performance.now() - began)
})
const [busy] = await Promise.all([raiseHands(load, HANDS), signing])
await server.stop()
await rm(folder, { recursive: true, force: true })
print(
  reportOf('sign-in', [
    rowOf('a hand reaches a moderator, at rest', 'ms', rest, { judged: 'p99' }),
    rowOf(`a hand reaches a moderator while ${A_SECOND} sign in a second`, 'ms', busy, { judged: 'p99', goal: 200 }),
    rowOf('somebody is signed in', 'ms', spread(waits), { judged: 'p95' }),
  ]),
)
process.exit(0)

function credentials(n: number) {
  return { email: `member${n}@example.org`, password: PASSWORD }
}

/** Each account comes from an address of its own. */
async function send(n: number, what: string, body: object): Promise<void> {
  const asked = request({
    host: '127.0.0.1',
    port: server.port,
    path: `/api/account/${what}`,
    method: 'POST',
    localAddress: `127.1.0.${n + 1}`,
    headers: { 'content-type': 'application/json' },
  }).end(JSON.stringify(body))
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  if (answer.statusCode !== CREATED) throw new Error(`${what} was answered with ${answer.statusCode}`)
}
