import type { Millis } from '../../../protocol/types.ts'

/** A level above this (0 to 1) is speech: a chair or a keyboard stays below it, or is short. */
const SPEECH = 0.15
const FOR: Millis = 500
const GAP: Millis = 250
const AGAIN_AFTER: Millis = 30_000
/** People pause to breathe between words. */
const BREATH: Millis = 2_000

/** Notices that a person speaks while muted: half a second of speech, reported at most every half minute. */
export class MutedVoice {
  #since: Millis | null = null
  #heardAt: Millis = -GAP
  #toldAt: Millis = -AGAIN_AFTER
  #spokeAt: Millis = -BREATH

  /** Adds a level (0 to 1) measured at a time in ms. Whether it is to be reported now. */
  isNews(level: number, at: Millis): boolean {
    if (level > SPEECH) {
      if (this.#since === null || at - this.#heardAt > GAP) this.#since = at
      this.#heardAt = at
    }
    const speaks = this.#since !== null && at - this.#heardAt <= GAP && at - this.#since >= FOR
    if (speaks) this.#spokeAt = at
    if (!speaks || at - this.#toldAt < AGAIN_AFTER) return false
    this.#toldAt = at
    return true
  }

  /** Whether the person is speaking while muted, at a time in ms. */
  isOn(at: Millis): boolean {
    return at - this.#spokeAt < BREATH
  }

  /** The microphone is on, or there is none: what was heard before does not count. */
  reset(): void {
    this.#since = null
    this.#spokeAt = -BREATH
  }
}
