import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startTestServer, type TestServer } from '../../e2e/support/test-server.ts'
import { Caller } from '../../test/server/socket-client.ts'
import { builtLiveKit } from '../../test/media/livekit.ts'
import { tcpPort } from './media/free-ports.ts'

// A real server with a fault of somebody's that nothing catches, at a signal of the test.
const FAULTY = 'process.on("SIGUSR2", () => setImmediate(() => { throw new Error("a fault of ours") }))'

async function given(env: Record<string, string> = {}): Promise<TestServer> {
  const data = mkdtempSync(join(tmpdir(), 'rostrum-last-'))
  const server = await startTestServer({ LIVEKIT_BINARY: builtLiveKit(), ROSTRUM_DATA: data, ...env })
  onTestFinished(async () => {
    await server.close()
    rmSync(data, { recursive: true, force: true })
  })
  return server
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const SOON = { timeout: 10_000 }

/** Makes a room and joins it. */
async function joins(server: TestServer): Promise<Caller> {
  const origin = new URL(server.url).origin
  const answer = await fetch(`${origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name: 'Assembly', host: 'Hana Weber', mode: 'interactive' }),
  })
  const { room } = (await answer.json()) as { room: string }
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const caller = await Caller.open(`${origin.replace('http', 'ws')}/api/rooms/${room}/socket`, { cookie, origin })
  await caller.hello()
  await caller.does({ type: 'join', page: caller.page })
  return caller
}

test('a fault that nothing catches is logged whole, people are told, LiveKit goes along, and the exit code asks for a new start', async () => {
  const server = await given({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(FAULTY)}` })
  const caller = await joins(server)
  await caller.does({ type: 'raiseHand' })
  const engine = server.enginePid()
  expect(isAlive(engine)).toBe(true)
  process.kill(server.pid(), 'SIGUSR2')
  expect((await caller.closed).code).toBe(1012)
  expect(await server.ended()).toBe(70)
  await expect.poll(() => isAlive(engine), SOON).toBe(false)
  const fatal = server.log.map((line): unknown => JSON.parse(line.startsWith('{') ? line : '{}'))
  expect(fatal).toContainEqual(
    expect.objectContaining({
      level: 60,
      origin: 'uncaughtException',
      fault: expect.objectContaining({ message: 'a fault of ours', stack: expect.stringContaining('Immediate') }),
    }),
  )
  await server.restart('SIGTERM')
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})

test.each(['SIGKILL', 'SIGHUP', 'SIGTERM'] as const)('LiveKit ends with its server, by %s', async (signal) => {
  const server = await given()
  const engine = server.enginePid()
  expect(isAlive(engine)).toBe(true)
  process.kill(server.pid(), signal)
  expect(await server.ended()).toBe(signal === 'SIGKILL' ? null : 0)
  await expect.poll(() => isAlive(engine), SOON).toBe(false)
})

test('a server is reached at an address of IPv6, with its media', async () => {
  const port = await tcpPort(0)
  const server = await given({
    ROSTRUM_HOST: '::1',
    ROSTRUM_PORT: String(port),
    ROSTRUM_URL: `http://[::1]:${port}`,
  })
  expect(server.log).toContain(`Rostrum is ready at http://[::1]:${port}`)
  const answer = await fetch(`http://[::1]:${port}/api/health`)
  expect(await answer.json()).toEqual({ ok: true, media: true })
})
