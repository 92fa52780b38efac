import type { Millis } from '../../protocol/types.ts'

// So long a loop may be held up by one who works through many.
const SLICE: Millis = 5
const LOOK_EVERY = 20

/**
 * Does a small thing for each of many, a few ms at a time: in between, others are heard. The first ones at once. `finished` is told how
 * long all of it took, in ms; the returned function calls off what is left.
 */
export function inSlices<T>(
  all: Iterator<T>,
  each: (one: T) => void,
  finished: (spent: Millis) => void = () => {},
): () => void {
  let isOff = false
  let spent = 0
  const goOn = () => {
    if (isOff) return
    const started = performance.now()
    for (let n = 1; n % LOOK_EVERY > 0 || performance.now() - started < SLICE; n++) {
      const { value, done } = all.next()
      if (done) return finished(spent + performance.now() - started)
      each(value)
    }
    spent += performance.now() - started
    setImmediate(goOn)
  }
  goOn()
  return () => {
    isOff = true
  }
}
