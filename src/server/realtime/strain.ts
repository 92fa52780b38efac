import { monitorEventLoopDelay } from 'node:perf_hooks'
import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'
import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'

/** What a process measures of itself: how late its timers were, on average, and the shares that are used of what it may have. */
export type Load = { delay: Millis; memory: number; connections: number }

const LOOK_EVERY: Millis = 2_000
// Beyond these nobody new is let in: a hand would be seen late, and what is full ends the process for everybody.
const HIGH: Load = { delay: 400, memory: 0.75, connections: 0.9 }
// A hall that comes in at once, or a neighbour on the same machine, makes a process late for a moment.
const LATE_IN_A_ROW = 3
// Below these, somebody is again.
const LOW: Load = { delay: 100, memory: 0.7, connections: 0.85 }

/** Whether a process carries as much as it can; looked at every two seconds. Ends with `close`. [FULL-5] */
export class Strain {
  readonly #clock: Clock
  readonly #measure: () => Load
  #callOff: () => void
  #isHigh = false
  #late = 0

  constructor(clock: Clock, measure: () => Load) {
    this.#clock = clock
    this.#measure = measure
    this.#callOff = clock.after(LOOK_EVERY, () => this.#look())
  }

  get isHigh(): boolean {
    return this.#isHigh
  }

  close(): void {
    this.#callOff()
  }

  #look(): void {
    const load = this.#measure()
    const most = this.#isHigh ? LOW : HIGH
    this.#late = load.delay > most.delay ? this.#late + 1 : 0
    const isLate = this.#late >= (this.#isHigh ? 1 : LATE_IN_A_ROW)
    this.#isHigh = isLate || load.memory > most.memory || load.connections > most.connections
    this.#callOff = this.#clock.after(LOOK_EVERY, () => this.#look())
  }
}

/** Measures this process, each time since the last. `connections`: the share of those that it may have. */
export function loadOfProcess(connections: () => number): () => Load {
  const delays = monitorEventLoopDelay()
  delays.enable()
  // A container may have less than its machine.
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity)
  return () => {
    const heap = getHeapStatistics()
    const share = Math.max(process.memoryUsage.rss() / memory, heap.used_heap_size / heap.heap_size_limit)
    const delay = delays.count === 0 ? 0 : delays.mean / 1e6
    delays.reset()
    return { delay, memory: share, connections: connections() }
  }
}
