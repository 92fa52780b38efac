import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Logger } from 'pino'
import type { Millis } from '../protocol/words.ts'
import { endLeftOver, keepPid } from './engine-pid.ts'
import { tcpPort, udpPort } from './free-ports.ts'

/** How a LiveKit of our own is started. Ports of 0 are free ones. `webhook` is our own address for its reports. */
export type EngineConfig = {
  binary: string
  address: string
  udpPort: number
  tcpPort: number
  httpPort: number
  key: string
  secret: string
  webhook: string
  dataFolder: string
}

/** A media engine that cannot be started; the message says why, and what to do. */
export class EngineFault extends Error {}

const HEALTHY_WITHIN: Millis = 15_000
const LOOK_EVERY: Millis = 20
const TRIES = 3
const TAKEN = /address already in use/
const LONGEST_BACKOFF: Millis = 5_000
// The first SIGTERM drains, and would wait until the last viewer has gone (livekit.io, config-sample.yaml).
const DRAIN: Millis = 300
const GRACE: Millis = 2_000

/** A LiveKit of ours: one child process, started again when it dies. Ends with `stop`. */
export class Engine {
  readonly url: string
  readonly #config: EngineConfig
  readonly #log: Logger
  readonly #changed: (up: boolean) => void
  #child: ChildProcess | null = null
  #stopping = false
  #backoff: Millis = 0

  /** Starts LiveKit and waits until it is healthy. `changed` is called at each death and each return. Throws EngineFault. */
  static async start(config: EngineConfig, log: Logger, changed: (up: boolean) => void): Promise<Engine> {
    await endLeftOver(config.dataFolder)
    for (let tries = 1; ; tries++) {
      // Chosen once: browsers come back to the same media ports after a restart of the child.
      const ports = {
        httpPort: await tcpPort(config.httpPort),
        tcpPort: await tcpPort(config.tcpPort),
        udpPort: await udpPort(config.udpPort),
      }
      const engine = new Engine({ ...config, ...ports }, log, changed)
      const fault = await engine.#run().then(
        () => null,
        (why: unknown) => why,
      )
      if (fault === null) return engine
      // A port that was free a moment ago may be somebody's by now.
      if (tries === TRIES || !(fault instanceof EngineFault) || !TAKEN.test(fault.message)) throw fault
    }
  }

  private constructor(config: EngineConfig, log: Logger, changed: (up: boolean) => void) {
    this.#config = config
    this.#log = log
    this.#changed = changed
    this.url = `http://127.0.0.1:${config.httpPort}`
  }

  /** Ends LiveKit, politely first. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const second = setTimeout(() => child.kill('SIGTERM'), DRAIN)
    const last = setTimeout(() => child.kill('SIGKILL'), GRACE)
    await gone
    clearTimeout(second)
    clearTimeout(last)
  }

  async #run(): Promise<void> {
    const child = spawn(this.#config.binary, [], {
      env: { PATH: process.env['PATH'], LIVEKIT_CONFIG: JSON.stringify(liveKitConfig(this.#config)) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    const last: string[] = []
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (line) => {
        last.splice(0, last.length - 5, line)
        this.#log.debug({ livekit: line })
      })
    const died = new Promise<never>((_resolve, reject) => {
      child.once('error', (fault) => reject(new EngineFault(`LiveKit could not be started: ${fault.message}`)))
      child.once('close', () => reject(new EngineFault(`LiveKit ended at once. It said:\n${last.join('\n')}`)))
    })
    await Promise.race([this.#healthy(), died])
    await keepPid(this.#config.dataFolder, child.pid)
    this.#backoff = 0
    child.once('exit', (code, signal) => this.#died(code, signal))
  }

  async #healthy(): Promise<void> {
    const end = performance.now() + HEALTHY_WITHIN
    while (performance.now() < end) {
      const answer = await fetch(this.url).catch(() => null)
      if (answer?.ok) return
      await new Promise((next) => setTimeout(next, LOOK_EVERY))
    }
    this.#child?.kill('SIGKILL')
    throw new EngineFault(`LiveKit did not become healthy within ${HEALTHY_WITHIN / 1000} seconds.`)
  }

  #died(code: number | null, signal: string | null): void {
    if (this.#stopping) return
    this.#log.error({ code, signal }, 'LiveKit has died and is started again')
    this.#changed(false)
    this.#again()
  }

  #again(): void {
    setTimeout(() => {
      if (this.#stopping) return
      this.#run().then(
        () => this.#changed(true),
        (fault: unknown) => {
          this.#log.error({ fault }, 'LiveKit does not start')
          this.#again()
        },
      )
    }, this.#backoff).unref()
    this.#backoff = Math.min(LONGEST_BACKOFF, this.#backoff * 2 || 250)
  }
}

/** What LiveKit 1.13.5 is told; an unknown key stops its start. JSON is YAML. */
function liveKitConfig(config: EngineConfig) {
  const isLoopback = config.address === '127.0.0.1'
  return {
    port: config.httpPort,
    bind_addresses: ['127.0.0.1'],
    keys: { [config.key]: config.secret },
    rtc: {
      udp_port: config.udpPort,
      tcp_port: config.tcpPort,
      node_ip: config.address,
      enable_loopback_candidate: isLoopback,
      ...(isLoopback && { ips: { includes: ['127.0.0.1/32'] } }),
      // An empty list would mean the public servers of others.
      stun_servers: ['127.0.0.1:3478'],
      // A newcomer's picture waits for a key frame; the standard half a second is what one would feel.
      pli_throttle: { low_quality: '100ms', mid_quality: '100ms', high_quality: '100ms' },
    },
    room: { auto_create: false },
    webhook: { api_key: config.key, urls: [config.webhook] },
    logging: { level: 'info', json: false },
  }
}
