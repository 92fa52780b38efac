import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Measured } from '../../protocol/rehearsal.ts'
import type { Millis } from '../../protocol/types.ts'

const EVERY: Millis = 1_000
// Older seconds do not count: a rehearsal may go on while something is repaired.
const REMEMBERED = 15
// In ns, as perf_hooks has it.
const NS = 1e6

type Second = { bots: number; busy: number; held: number }

/**
 * Measures what this process has to do while bots are here, once a second, until it is stopped. Only seconds count in which none came or
 * went, for a coming costs more than a stay. `measured` is told the average so far.
 */
export class Load {
  readonly #bots: () => number
  readonly #measured: (measured: Measured) => void
  readonly #loop = monitorEventLoopDelay({ resolution: 10 })
  readonly #timer: NodeJS.Timeout
  #cpu = process.cpuUsage()
  #at = performance.now()
  #before = 0
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
    const isSteady = bots > 0 && bots === this.#before
    this.#before = bots
    // The least of them: bringing the bots costs something too, and that is not what the server has to do without them.
    if (bots === 0) this.#idle = Math.min(busy, this.#idle ?? busy)
    else if (isSteady) this.#note({ bots, busy, held })
  }

  #note(second: Second): void {
    this.#seconds = [...this.#seconds.filter(({ bots }) => bots === second.bots), second].slice(-REMEMBERED)
    const seconds = this.#seconds.length
    this.#measured({
      seconds,
      bots: second.bots,
      busy: this.#seconds.reduce((sum, { busy }) => sum + busy, 0) / seconds,
      idle: this.#idle ?? 0,
      held: Math.max(...this.#seconds.map(({ held }) => held)),
      hand: this.#hands.toSorted((a, b) => a - b)[Math.floor(this.#hands.length * 0.95)] ?? null,
    })
  }
}
