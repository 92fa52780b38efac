const AGAIN = 3_000 // ms; a failed load is not tried again earlier

/** A part of the page, or its messages, that could not be loaded. */
export class NotHad extends Error {}

/** Turns a failure to load into `NotHad`. */
export async function orNotHad<T>(coming: Promise<T>): Promise<T> {
  try {
    return await coming
  } catch (cause) {
    throw new NotHad('a part of the page could not be had', { cause })
  }
}

/** Messages that are loaded with what shows them. */
export type LazyMessages<T> = {
  readonly isAsked: boolean
  /** The same promise, however often it is asked for. */
  bring(): Promise<T>
}

/** A part of a catalogue, in a file of its own. */
export function lazyMessages<T>(load: () => Promise<T>): LazyMessages<T> {
  let coming: Promise<T> | null = null
  const begin = () => {
    const words = orNotHad(load())
    words.then(
      // React reads these fields, and does not wait for a promise that is fulfilled.
      (value) => Object.assign(words, { status: 'fulfilled', value }),
      () => setTimeout(() => (coming = null), AGAIN),
    )
    return words
  }
  return {
    get isAsked() {
      return coming !== null
    },
    bring: () => (coming ??= begin()),
  }
}
