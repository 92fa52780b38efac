import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SERVER_ARGS } from '../../scripts/server-args.mjs'
import { notedPid } from '../../src/server/media/engine-process.ts'
import { tcpPort } from '../../src/server/media/free-ports.ts'

/** A real Rostrum with a real LiveKit and a data folder of its own, on free ports of loopback. */
export type TestServer = {
  url: string
  /** Everything the server wrote, line by line. */
  log: string[]
  /** Ends the server with a signal and starts it again on the same data; `meanwhile` is done in between. */
  restart(signal: 'SIGTERM' | 'SIGKILL', meanwhile?: () => Promise<void>): Promise<void>
  /** The process of the server, while it runs. */
  pid(): number
  /** Where everything is kept. */
  data: string
  /** The process of the media engine. */
  enginePid(): number
  /** Kills the media engine, as a crash would. */
  killEngine(): void
  /** Whether the server has ended. */
  hasEnded(): boolean
  /** Waits until the server has ended by itself. Gives its exit code. */
  ended(): Promise<number | null>
  close(): Promise<void>
}

const READY = /^Rostrum is ready at (\S+)$/

/** Starts a server. `env` adds to its environment; `onLine` hears what it writes, beside `log`. */
export async function startTestServer(
  env: Record<string, string> = {},
  onLine: (line: string) => void = () => {},
  tries = 3,
): Promise<TestServer> {
  const port = await tcpPort(0)
  const data = env['ROSTRUM_DATA'] ?? (await mkdtemp(join(tmpdir(), 'rostrum-')))
  const log: string[] = []
  const settings = {
    ROSTRUM_PORT: String(port),
    ROSTRUM_HOST: '127.0.0.1',
    ROSTRUM_DATA: data,
    ROSTRUM_MEDIA_UDP_PORT: '0',
    ROSTRUM_MEDIA_TCP_PORT: '0',
    // Several browsers encode on two cores: small pictures keep the story about the room.
    ROSTRUM_VIDEO_HEIGHT: '180',
    ...env,
  }
  const run = () =>
    startServer({ ...process.env, ...settings }, (line) => {
      log.push(line)
      onLine(line)
    })
  const enginePid = () => {
    const pid = notedPid(data)
    if (pid === null) throw new Error('no engine is noted')
    return pid
  }
  let server: ChildProcess
  try {
    server = await run()
  } catch (fault) {
    await rm(data, { recursive: true, force: true })
    // Free a moment ago, and somebody's by now.
    if (tries > 1 && log.some((line) => line.includes(`Port ${port} is taken`)))
      return await startTestServer(env, onLine, tries - 1)
    throw fault
  }
  return {
    url: `http://localhost:${port}`,
    log,
    pid: () => server.pid ?? 0,
    data,
    enginePid,
    killEngine: () => process.kill(enginePid(), 'SIGKILL'),
    hasEnded: () => server.exitCode !== null || server.signalCode !== null,
    async ended() {
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
      return server.exitCode
    },
    async restart(signal, meanwhile) {
      await end(server, signal)
      await meanwhile?.()
      server = await run()
    },
    async close() {
      await end(server, 'SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Runs the server until it says that it is ready; what it says instead is the error. */
async function startServer(env: NodeJS.ProcessEnv, onLine: (line: string) => void): Promise<ChildProcess> {
  const log: string[] = []
  const hear = (line: string) => {
    log.push(line)
    onLine(line)
  }
  const server = spawn(process.execPath, SERVER_ARGS, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  createInterface(server.stderr).on('line', hear)
  await new Promise<void>((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      hear(line)
      if (READY.test(line)) resolve()
    })
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${log.slice(-20).join('\n')}`)))
  })
  return server
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill(signal)
  await gone
}
