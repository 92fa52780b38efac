import { availableParallelism } from 'node:os'
import type { Logger } from 'pino'
import type { Millis } from '../../protocol/types.ts'
import { nextIntake, viewersHeld, type Intake, type MediaLoad } from '../../rules/entry/intake.ts'
import type { Clock } from '../clock.ts'
import type { EngineWork } from './engine-work.ts'
import type { Media } from './media.ts'

const LOOK_EVERY: Millis = 10_000
const LOG_EVERY: Millis = 60_000

/** `viewers`: how many are connected to the media now. `limit`: ROSTRUM_MAX_VIEWERS, 0 for what the machine holds. */
export type MediaLoadNeeds = { media: Media; clock: Clock; log: Logger; viewers: () => number; limit: number }

/**
 * How much the media carry, and how near that is to their end; looked at every 10 s, and written to the log once a minute while anybody
 * is there. Ends with `close`.
 */
export class MediaLoadWatch {
  readonly #needs: MediaLoadNeeds
  #before: { work: EngineWork; at: Millis } | null = null
  #engineCores: number | null = null
  #packetsOutPerSecond: number | null = null
  #intake: Intake = 'open'
  #logged = 0
  #callOff: () => void

  constructor(needs: MediaLoadNeeds) {
    this.#needs = needs
    this.#logged = needs.clock.monotonic()
    this.#callOff = needs.clock.after(LOOK_EVERY, () => this.#next())
  }

  /** How newcomers are let in to the media now: 'open', 'sound-only' or 'full'. */
  get intake(): Intake {
    return (this.#intake = nextIntake(this.#intake, this.#load, this.#limits))
  }

  /** Cores that the engine works, packets that it sends a second, both null where unknown; viewers now, and held at most (an estimate). */
  get figures() {
    const [load, engineCores, packetsOutPerSecond] = [this.#load, this.#engineCores, this.#packetsOutPerSecond]
    return { viewers: load.pictures, viewersHeld: viewersHeld(load, this.#limits), engineCores, packetsOutPerSecond }
  }

  close(): void {
    this.#callOff()
  }

  get #load(): MediaLoad {
    return { pictures: this.#needs.viewers(), soundOnly: 0, engineCores: this.#engineCores }
  }

  get #limits() {
    return { viewers: this.#needs.limit, cores: availableParallelism() }
  }

  #next(): void {
    const { clock, log } = this.#needs
    this.#callOff = clock.after(LOOK_EVERY, () => this.#next())
    this.#look().catch((fault: unknown) => log.warn({ fault }, 'the load of the media is not known'))
  }

  async #look(): Promise<void> {
    const { media, clock, log } = this.#needs
    const work = await media.work()
    const at = clock.monotonic()
    const before = this.#before
    this.#before = work && { work, at }
    const seconds = before ? (at - before.at) / 1_000 : 0
    // An engine that has begun anew counts from nothing.
    const isKnown = work !== null && before !== null && seconds > 0 && work.cpuSeconds >= before.work.cpuSeconds
    this.#engineCores = isKnown ? (work.cpuSeconds - before.work.cpuSeconds) / seconds : null
    this.#packetsOutPerSecond = isKnown ? (work.packetsOut - before.work.packetsOut) / seconds : null
    if (this.#needs.viewers() === 0 || at - this.#logged < LOG_EVERY) return
    this.#logged = at
    log.info({ ...this.figures, intake: this.intake }, 'the load of the media')
  }
}
