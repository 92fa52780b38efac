import { once } from 'node:events'
import type { Logger } from 'pino'
import type { Millis } from '../../protocol/types.ts'
import { endLeftOver, startProcess, type EngineProcess } from './engine-process.ts'
import { tcpPort, udpPort } from './free-ports.ts'
import { liveKitConfig, type EngineConfig } from './livekit-config.ts'
import { resolveMediaAddress } from './media-address.ts'

/** A media engine that cannot be started; the message says why, and what to do. */
export class EngineFault extends Error {}

/** A port that another program has, by LiveKit's own word. */
class PortTaken extends EngineFault {}

/** Rejects unless what answers at an address is the engine with our keys. */
export type Proof = (url: string) => Promise<void>

const HEALTHY_WITHIN: Millis = 15_000
const LOOK_EVERY: Millis = 20
const TRIES = 3
const TAKEN = /listen (?:tcp|udp) \S*?:(\d+): bind: address already in use/
const LONGEST_BACKOFF: Millis = 5_000
// What has run for so long was a good start: the next one need not wait.
const LASTS: Millis = 60_000
// The first SIGTERM drains, and would wait until the last viewer has gone (livekit.io, config-sample.yaml).
const DRAIN: Millis = 300
const GRACE: Millis = 2_000
const LOOK_UP_EVERY: Millis = 60_000

/** Where addresses of names are looked up, and how often, in ms, whether they are others by now. */
export type LookUp = { resolve: (address: string) => Promise<string[]>; every: Millis }
const LOOK_UP: LookUp = { resolve: resolveMediaAddress, every: LOOK_UP_EVERY }

const PORTS = [
  { name: 'udpPort', kind: 'UDP port', variable: 'ROSTRUM_MEDIA_UDP_PORT' },
  { name: 'tcpPort', kind: 'TCP port', variable: 'ROSTRUM_MEDIA_TCP_PORT' },
  { name: 'httpPort', kind: 'TCP port', variable: 'ROSTRUM_MEDIA_PORT' },
  // Nobody sets it: what is read there is ours alone.
  { name: 'metricsPort', kind: 'TCP port', variable: null },
] as const

/** A LiveKit of ours: one child process, started again when it dies. Ends with `stop`. */
export class Engine {
  readonly #config: EngineConfig
  readonly #proof: Proof
  readonly #lookUps: LookUp
  readonly #log: Logger
  readonly #changed: (up: boolean) => void
  /** Free ports are chosen once: browsers come back to the same media ports after a restart of the child. */
  #ports = { udpPort: 0, tcpPort: 0, httpPort: 0, metricsPort: 0 }
  #addresses: string[] = []
  #process: EngineProcess | null = null
  #stopping = false
  #backoff: Millis = 0
  #waiting: NodeJS.Timeout | undefined
  #lookingUp: NodeJS.Timeout | undefined

  /**
   * Starts LiveKit and waits until it is healthy and proven ours. `changed` is called at each death and each return. Throws
   * EngineFault.
   */
  static async start(
    config: EngineConfig,
    proof: Proof,
    log: Logger,
    changed: (up: boolean) => void,
    lookUps = LOOK_UP,
  ): Promise<Engine> {
    await endLeftOver(config.dataFolder)
    const engine = new Engine(config, proof, log, changed, lookUps)
    for (let tries = 1; ; tries++)
      try {
        await engine.#run()
        engine.#lookingUp = setInterval(() => void engine.#lookUp(), lookUps.every).unref()
        return engine
      } catch (fault) {
        if (!(fault instanceof PortTaken) || tries === TRIES) throw fault
      }
  }

  private constructor(
    config: EngineConfig,
    proof: Proof,
    log: Logger,
    changed: (up: boolean) => void,
    lookUps: LookUp,
  ) {
    this.#config = config
    this.#proof = proof
    this.#lookUps = lookUps
    this.#log = log
    this.#changed = changed
  }

  /** Where LiveKit's own HTTP is; another port may be taken at a restart. */
  get url(): string {
    return `http://127.0.0.1:${this.#ports.httpPort}`
  }

  /** Where LiveKit tells how much it works. */
  get metricsUrl(): string {
    return `http://127.0.0.1:${this.#ports.metricsPort}/metrics`
  }

  /** Ends LiveKit, politely first. Twice is harmless. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#waiting)
    clearInterval(this.#lookingUp)
    const child = this.#process?.child
    if (!child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const second = setTimeout(() => child.kill('SIGTERM'), DRAIN)
    const last = setTimeout(() => child.kill('SIGKILL'), GRACE)
    await gone
    clearTimeout(second)
    clearTimeout(last)
  }

  async #run(): Promise<void> {
    this.#addresses = await this.#resolve()
    await this.#choosePorts()
    const config = liveKitConfig({ ...this.#config, ...this.#ports }, this.#addresses)
    const heard = (line: string) => this.#log.debug({ livekit: line })
    const started = await startProcess(this.#config.binary, config, this.#config.dataFolder, heard)
    this.#process = started
    const ended = started.ended.then((why) => {
      throw why ? new EngineFault(`LiveKit could not be started: ${why.message}`) : this.#endedAtOnce(started.lines)
    })
    if (this.#stopping) started.kill()
    try {
      await Promise.race([this.#healthy(), ended])
    } catch (fault) {
      started.kill()
      throw fault
    }
    const good = setTimeout(() => (this.#backoff = 0), LASTS).unref()
    void this.#watch(started, good)
  }

  async #watch({ child, ended }: EngineProcess, good: NodeJS.Timeout): Promise<void> {
    await ended
    clearTimeout(good)
    this.#died(child.exitCode, child.signalCode)
  }

  async #resolve(): Promise<string[]> {
    const { address } = this.#config
    return await this.#lookUps.resolve(address).catch((fault: unknown) => {
      throw new EngineFault(
        `ROSTRUM_MEDIA_ADDRESS is "${address}", and that name has no address. Set it to the IP address of this server.`,
        { cause: fault },
      )
    })
  }

  /** Those that are set, and free ones for the others, unless they were chosen before and are ours still. */
  async #choosePorts(): Promise<void> {
    const { udpPort: udp, tcpPort: tcp, httpPort: http } = this.#config
    this.#ports = {
      udpPort: this.#ports.udpPort || (await udpPort(udp)),
      tcpPort: this.#ports.tcpPort || (await tcpPort(tcp)),
      httpPort: this.#ports.httpPort || (await tcpPort(http)),
      metricsPort: this.#ports.metricsPort || (await tcpPort(0)),
    }
  }

  /** Why a start came to nothing. A free port that somebody took meanwhile is chosen anew by the next start. */
  #endedAtOnce(lines: readonly string[]): EngineFault {
    const said = lines.join('\n')
    const port = Number(TAKEN.exec(said)?.[1])
    const taken = PORTS.find(({ name }) => this.#ports[name] === port)
    if (!taken) return new EngineFault(`LiveKit ended at once. It said:\n${said}`)
    const { name, kind, variable } = taken
    if (variable === null || this.#config[name] === 0) {
      this.#ports[name] = 0
      return new PortTaken(`${kind} ${port} was free, and is taken now.`)
    }
    return new EngineFault(
      `${variable} is ${port}, and that ${kind} is taken by another program. Set ${variable} to a free one, or end that program.`,
    )
  }

  /** Healthy is what answers, and has our keys: any program may listen at a port. */
  async #healthy(): Promise<void> {
    const end = performance.now() + HEALTHY_WITHIN
    let why: unknown
    while (performance.now() < end) {
      try {
        return await this.#proof(this.url)
      } catch (fault) {
        why = fault
      }
      await new Promise((next) => setTimeout(next, LOOK_EVERY))
    }
    throw new EngineFault(`LiveKit did not become healthy within ${HEALTHY_WITHIN / 1_000} seconds.`, { cause: why })
  }

  #died(code: number | null, signal: string | null): void {
    if (this.#stopping) return
    this.#log.error({ code, signal, said: this.#process?.lines }, 'LiveKit has died and is started again')
    this.#changed(false)
    this.#again()
  }

  #again(): void {
    this.#waiting = setTimeout(() => {
      if (this.#stopping) return
      this.#run().then(
        () => this.#changed(true),
        (fault: unknown) => {
          this.#log.error({ fault, retryMs: this.#backoff }, 'LiveKit does not start; it is tried again')
          this.#again()
        },
      )
    }, this.#backoff).unref()
    this.#backoff = Math.min(LONGEST_BACKOFF, this.#backoff * 2 || 250)
  }

  /** A name that has come to stand for other addresses: LiveKit tells browsers the address that it was started with. */
  async #lookUp(): Promise<void> {
    const now = await this.#lookUps.resolve(this.#config.address).catch(() => this.#addresses)
    if (this.#stopping || now.join() === this.#addresses.join()) return
    this.#log.warn({ from: this.#addresses, to: now }, 'the media address has changed; LiveKit is started again')
    this.#process?.kill()
  }
}
