import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../e2e/support/test-server.ts'
import { Caller } from '../../test/server/socket-client.ts'
import {
  Dice,
  goodHandshake,
  strangeFrames,
  strangeRequest,
  strangeUpgrade,
  type Target,
} from '../../test/server/fuzz.ts'
import { builtLiveKit } from '../../test/media/livekit.ts'

// Another seed finds other things: FUZZ_SEED=7 npx vitest run src/server/fuzz.test.ts
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
const SIDE_BY_SIDE = 96
const GUESTS = 24
// A server that waits for more is not waited for.
const ENOUGH_MS = 150

let server: TestServer
const targets: Target[] = []
beforeAll(async () => {
  server = await startTestServer({ LIVEKIT_BINARY: builtLiveKit() })
  const origin = server.url
  const post = async (path: string, body: unknown) =>
    await fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    })
  for (let n = 0; n < GUESTS; n += 1) {
    const made = n < 12 ? await post('/api/rooms', { name: 'Fuzz', host: `Host ${n}`, mode: 'interactive' }) : null
    const known = made
      ? { room: ((await made.json()) as { room: string }).room, cookie: cookieOf(made) }
      : targets[n - 12]
    if (!known) throw new Error('no room')
    const caller = await Caller.open(`${origin.replace('http', 'ws')}/api/rooms/${known.room}/socket`, {
      cookie: known.cookie,
      origin,
    })
    await caller.hello()
    await caller.does({ type: 'join', page: caller.page })
    const { ticket } = await caller.frame('welcome', ({ inside }) => inside)
    targets.push({ url: origin, ...known, ticket })
    await caller.goes('closed')
  }
}, 60_000)
afterAll(async () => await server.close())

const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** Says some bytes, reads what comes and goes away, in any of the ways in which one can. */
async function says(dice: Dice, { url }: Target, ...parts: (string | Buffer)[]): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  socket.on('error', () => {})
  const gone = new Promise((closed) => socket.once('close', closed))
  await Promise.race([once(socket, 'connect').catch(() => {}), gone])
  for (const [n, part] of parts.entries()) {
    if (n > 0)
      await Promise.race([
        once(socket, 'data').catch(() => {}),
        gone,
        new Promise((next) => setTimeout(next, ENOUGH_MS)),
      ])
    socket.write(part)
  }
  const how = dice.number(4)
  if (how === 0) socket.resetAndDestroy()
  else if (how === 1) socket.end()
  const timer = setTimeout(() => socket.destroy(), ENOUGH_MS)
  socket.resume()
  await gone
  clearTimeout(timer)
}

const KINDS = [
  ['requests', 9_000, (dice: Dice, target: Target) => [strangeRequest(dice, target)]],
  ['upgrades', 5_000, (dice: Dice, target: Target) => [strangeUpgrade(dice, target)]],
  ['frames', 6_500, (dice: Dice, target: Target) => [goodHandshake(dice, target), strangeFrames(dice)]],
] as const

test.each(KINDS)(
  'strange %s, %i of them, end none but their own connections',
  async (_kind, many, made) => {
    const pid = server.pid()
    let left: number = many
    const dice = new Dice(SEED)
    const work = async () => {
      while (left > 0) {
        left -= 1
        const target = targets[dice.number(targets.length)]
        if (target) await says(dice, target, ...made(dice, target))
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
    const answer = await fetch(`${server.url}/api/health`)
    expect({ status: answer.status, pid: server.pid(), ended: server.hasEnded() }, `FUZZ_SEED=${SEED}`).toEqual({
      status: 200,
      pid,
      ended: false,
    })
    const faults = server.log.filter((line) => /"level":(50|60)/.test(line))
    expect(faults, `FUZZ_SEED=${SEED}`).toEqual([])
  },
  120_000,
)
