import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Measured } from '../../protocol/rehearsal.ts'
import type { Millis } from '../../protocol/types.ts'

const EVERY: Millis = 1_000
// Older seconds do not count: a rehearsal may go on while something is repaired.
const REMEMBERED = 15
// So much more or less are about as many.
const ABOUT = 0.1
// In ns, as perf_hooks has it.
const NS = 1e6

type Second = { bots: number; busy: number; held: number }

/**
 * Measures what this process has to do while bots are here, once a second, until it is stopped. Seconds count in which there were about as
 * many as now, by the least of them: while bots come, each costs more than one that stays, so that rather too little is promised.
 * `measured` is told the average so far.
 */
export class Load {
  readonly #bots: () => number
  readonly #measured: (measured: Measured) => void
  readonly #loop = monitorEventLoopDelay({ resolution: 10 })
  readonly #timer: NodeJS.Timeout
  #cpu = process.cpuUsage()
  #at = performance.now()
  #idle: number | null = null
  #seconds: Second[] = []
  #hands: Millis[] = []

  constructor(bots: () => number, measured: (measured: Measured) => void) {
    this.#bots = bots
    this.#measured = measured
    this.#loop.enable()
    this.#timer = setInterval(() => this.#look(), EVERY).unref()
  }

  /** A hand took so long, in ms. */
  raised(took: Millis): void {
    this.#hands = [...this.#hands, took].slice(-REMEMBERED * 10)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#loop.disable()
  }

  #look(): void {
    const { user, system } = process.cpuUsage(this.#cpu)
    const passed = performance.now() - this.#at
    this.#cpu = process.cpuUsage()
    this.#at = performance.now()
    const busy = ((user + system) / 1_000 / passed) * 1_000
    const held = this.#loop.percentile(99) / NS
    this.#loop.reset()
    const bots = this.#bots()
    // The least of them: bringing the bots costs something too, and that is not what the server has to do without them.
    if (bots === 0) this.#idle = Math.min(busy, this.#idle ?? busy)
    else this.#note({ bots, busy, held })
  }

  #note(second: Second): void {
    const [least, most] = [second.bots * (1 - ABOUT), second.bots * (1 + ABOUT)]
    this.#seconds = [...this.#seconds.filter(({ bots }) => bots >= least && bots <= most), second].slice(-REMEMBERED)
    const seconds = this.#seconds.length
    this.#measured({
      seconds,
      bots: Math.min(...this.#seconds.map(({ bots }) => bots)),
      busy: this.#seconds.reduce((sum, { busy }) => sum + busy, 0) / seconds,
      idle: this.#idle ?? 0,
      held: Math.max(...this.#seconds.map(({ held }) => held)),
      hand: this.#hands.toSorted((a, b) => a - b)[Math.floor(this.#hands.length * 0.95)] ?? null,
    })
  }
}
