import type { Millis } from '../../../protocol/types.ts'

/** A picture that takes longer leaves the page too little time for everything else: no 20 pictures a second come. */
const LIMIT: Millis = 40
// Code and graphics are made ready in the first pictures.
const WARM_UP = 3
// So many pictures decide at first, so that a slow device is not slow for long; later a hiccup must last.
const FIRST = 10
const LATER = 90

const KEY = 'rostrum.picture-limit'

/** The time in ms that a picture may take; another one can be set in the page's storage, as docs/requirements.md says. */
export function pictureLimit(): Millis {
  try {
    const set = Number(localStorage.getItem(KEY))
    return set > 0 ? set : LIMIT
  } catch {
    return LIMIT
  }
}

/** Judges by the time that each picture took whether a device is too slow. [BACKGROUND-4] */
export class Slowness {
  readonly #limit: Millis
  readonly #times: Millis[] = []
  #seen = 0

  constructor(limit: Millis) {
    this.#limit = limit
  }

  /** One more picture took so long. Whether the half of the latest took too long. */
  took(time: Millis): boolean {
    this.#seen += 1
    if (this.#seen <= WARM_UP) return false
    this.#times.push(time)
    if (this.#times.length > LATER) this.#times.shift()
    const counts = this.#seen - WARM_UP
    if (counts !== FIRST && counts < LATER) return false
    const middle = this.#times.toSorted((a, b) => a - b)[this.#times.length >> 1]
    return middle !== undefined && middle > this.#limit
  }
}
