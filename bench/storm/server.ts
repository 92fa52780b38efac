import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { SERVER_ARGS } from '../../scripts/server-args.mjs'
import { tcpPort } from '../../src/server/media/free-ports.ts'

// Linux counts processor time in hundredths of a second (sysconf(_SC_CLK_TCK)).
const TICK_MS = 10

const root = fileURLToPath(new URL('../..', import.meta.url))
const observer = new URL('stalls.ts', import.meta.url).href

/** A server under load, in a process of its own. */
export class LoadedServer {
  readonly port: number
  readonly #args: readonly string[]
  readonly #env: NodeJS.ProcessEnv
  #process: ChildProcess
  #stall: (ms: number) => void = () => {}

  private constructor(args: readonly string[], port: number, env: Record<string, string>, profiles: string | null) {
    this.port = port
    const profiling = profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`]
    this.#args = [...profiling, '--import', observer, ...args]
    this.#env = { ...process.env, ...env, ROSTRUM_PORT: String(port) }
    this.#process = this.#spawn()
  }

  /** The server of this repository, on a data folder. `profiles`: where V8 puts a profile of its processor when it stops. */
  static async rostrum(folder: string, profiles: string | null = null): Promise<LoadedServer> {
    const settings = {
      ROSTRUM_HOST: '127.0.0.1',
      ROSTRUM_DATA: folder,
      ROSTRUM_MEDIA_UDP_PORT: '0',
      ROSTRUM_MEDIA_TCP_PORT: '0',
      ROSTRUM_LOG: 'error',
    }
    return await LoadedServer.#start(SERVER_ARGS, settings, profiles)
  }

  /** A bare `ws` server that sends as much, and decides, checks and keeps nothing: what the same work costs at the least. */
  static async bare(): Promise<LoadedServer> {
    return await LoadedServer.#start(['bench/storm/bare-server.ts'], {})
  }

  static async #start(args: readonly string[], env: Record<string, string>, profiles: string | null = null) {
    const server = new LoadedServer(args, await tcpPort(0), env, profiles)
    await server.#ready()
    return server
  }

  get pid(): number {
    return this.#process.pid ?? 0
  }

  /** Its processor time so far, in ms, and its memory, in bytes (proc(5)). */
  used(): { cpu: number; rss: number } {
    const { pid } = this.#process
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return { cpu: (Number(stat[11]) + Number(stat[12])) * TICK_MS, rss: Number(rss) * 1_024 }
  }

  /** The longest time in ms that its loop stood still since this was asked last. */
  async longestStall(): Promise<number> {
    return await new Promise((told) => {
      this.#stall = told
      this.#process.kill('SIGUSR2')
    })
  }

  /** Kills it without a word, and starts it again on the same data and port. Resolves when it listens. */
  async crash(): Promise<void> {
    const gone = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await gone
    this.#process = this.#spawn()
    await this.#ready()
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    await gone
  }

  #spawn(): ChildProcess {
    const server = spawn(process.execPath, this.#args, {
      cwd: root,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    createInterface(server.stderr).on('line', (line) => {
      const stall = /^stall (\d+)$/.exec(line)?.[1]
      if (stall === undefined) process.stderr.write(`${line}\n`)
      else this.#stall(Number(stall))
    })
    return server
  }

  async #ready(): Promise<void> {
    const server = this.#process
    await new Promise<void>((ready, failed) => {
      if (server.stdout) createInterface(server.stdout).on('line', (line) => line.includes(' is ready at ') && ready())
      server.once('exit', (code) => failed(new Error(`The server ended with ${code}.`)))
    })
  }
}
