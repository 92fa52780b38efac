import type { Millis } from '../../../protocol/types.ts'

/** If a picture takes longer, too little time is left for everything else, and 20 pictures a second are not reached. */
const LIMIT: Millis = 40
// The first pictures also compile code and graphics.
const WARM_UP = 3
// The number of pictures judged at first, few, so that a slow device is found soon. Later a slow phase has to last.
const FIRST = 10
const LATER = 90

const KEY = 'rostrum.picture-limit'

/** How long a picture may take, in ms. It can be set in the page's storage, as docs/requirements.md says. */
export function pictureLimit(): Millis {
  try {
    const set = Number(localStorage.getItem(KEY))
    return set > 0 ? set : LIMIT
  } catch {
    return LIMIT
  }
}

/** Judges whether a device is too slow by the time that each picture took. [BACKGROUND-4] */
export class Slowness {
  readonly #limit: Millis
  readonly #times: Millis[] = []
  #seen = 0

  constructor(limit: Millis) {
    this.#limit = limit
  }

  /** Adds one more time. Whether half of the latest pictures took too long. */
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
