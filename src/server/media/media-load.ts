import type { Logger } from 'pino'
import type { Millis } from '../../protocol/types.ts'
import {
  nextIntake,
  picturesToGive,
  viewersHeld,
  type Intake,
  type MediaLimits,
  type MediaLoad,
} from '../../rules/entry/intake.ts'
import type { Clock } from '../clock.ts'
import type { EngineWork } from './engine-work.ts'
import type { Media } from './media.ts'
import { PictureSeats } from './picture-seats.ts'

const LOOK_EVERY: Millis = 10_000
const LOG_EVERY: Millis = 60_000

export type MediaLoadNeeds = { media: Media; clock: Clock; log: Logger; limits: MediaLimits }

/**
 * How much the media carry, and how near that is to their end; looked at every 10 s, and written to the log once a minute while anybody
 * is there. `seats` has who is connected; whoever receives sound alone is given pictures from here. Ends with `close`.
 */
export class MediaLoadWatch {
  readonly seats: PictureSeats
  readonly #needs: MediaLoadNeeds
  #before: { work: EngineWork; at: Millis } | null = null
  #engineCores: number | null = null
  #packetsOutPerSecond: number | null = null
  #intake: Intake = 'open'
  #logged = 0
  #callOff: () => void

  constructor(needs: MediaLoadNeeds) {
    this.#needs = needs
    this.seats = new PictureSeats(needs.clock, () => this.intake)
    this.#logged = needs.clock.monotonic()
    this.#callOff = needs.clock.after(LOOK_EVERY, () => this.#next())
  }

  /** How newcomers are let in to the media now: 'open', 'sound-only' or 'full'. */
  get intake(): Intake {
    return (this.#intake = nextIntake(this.#intake, this.#load, this.#needs.limits))
  }

  /**
   * Cores that the engine works, packets that it sends a second, and how many viewers it holds at most (an estimate), null where unknown;
   * viewers now, and how many of them receive sound alone.
   */
  get figures() {
    const [load, engineCores, packetsOutPerSecond] = [this.#load, this.#engineCores, this.#packetsOutPerSecond]
    const { pictures, soundOnly } = load
    const held = viewersHeld(load, this.#needs.limits)
    return { viewers: pictures + soundOnly, soundOnly, viewersHeld: held, engineCores, packetsOutPerSecond }
  }

  close(): void {
    this.#callOff()
  }

  get #load(): MediaLoad {
    return { ...this.seats.load, engineCores: this.#engineCores }
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
    if (this.intake === 'open') this.seats.give(picturesToGive(this.#load, this.#needs.limits))
    if (this.figures.viewers === 0 || at - this.#logged < LOG_EVERY) return
    this.#logged = at
    log.info({ ...this.figures, intake: this.intake }, 'the load of the media')
  }
}
