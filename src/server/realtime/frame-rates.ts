import type { Upward } from '../../protocol/frames.ts'
import type { Millis, Reactions } from '../../protocol/types.ts'
import { rateOf } from '../../rules/commands-table.ts'
import { Bucket } from './rate-limits.ts'

const LIMITS = {
  acts: { perSecond: 10, burst: 30 },
  // What the page looks up by itself must not take a person's acts from them.
  looks: { perSecond: 10, burst: 30 },
  // More than anybody can press, whatever else was asked.
  selfReducing: { perSecond: 20, burst: 60 },
  hands: { perSecond: 6 / 60, burst: 6 },
  // [REACT-3]
  reactions: { perSecond: 10, burst: 10 },
  // A page sends what is typed, and where, together; ten times a second each.
  notes: { perSecond: 25, burst: 50 },
  // Bytes of long frames: a long message is ten thousand, and nobody writes twenty of them at once.
  bytes: { perSecond: 32_768, burst: 262_144 },
} as const

/** In bytes: what is no longer is counted by what it asks for. */
export const SHORT_FRAME = 1_024

/** How often one connection may ask for what. A viewer asks for next to nothing: a bucket is made when it is first needed. */
export class FrameRates {
  readonly #buckets: Partial<Record<keyof typeof LIMITS, Bucket>> = {}

  /** Whether a long frame of so many bytes is one too many: it would cost too much to find out what it asks for. */
  isTooMuch(bytes: number, at: Millis): boolean {
    return !this.#take('bytes', at, bytes)
  }

  /** Whether a frame comes too fast, at a time in ms. */
  isTooFast(frame: Exclude<Upward, { type: 'hello' }>, at: Millis): boolean {
    if (frame.type === 'find') return !this.#take('looks', at)
    if (frame.type === 'notes') return !this.#take('notes', at)
    const { command } = frame
    const rate = rateOf(command)
    if (rate === 'selfReducing') return !this.#take('selfReducing', at)
    if (!this.#take('acts', at)) return true
    if (command.type === 'react') return !this.#take('reactions', at, sumOf(command.reactions))
    return rate === 'hand' && !this.#take('hands', at)
  }

  #take(of: keyof typeof LIMITS, at: Millis, many = 1): boolean {
    const { perSecond, burst } = LIMITS[of]
    const bucket = (this.#buckets[of] ??= new Bucket(perSecond, burst))
    return bucket.take(at, many)
  }
}

function sumOf(reactions: Reactions): number {
  return Object.values(reactions).reduce((sum, many) => sum + many, 0)
}
