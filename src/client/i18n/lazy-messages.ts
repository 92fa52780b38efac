const AGAIN = 3_000 // what could not be had is not asked for again before this

/** A part of the page, or its words, that could not be had. */
export class NotHad extends Error {}

/** What is on its way; what comes of a failure says what has failed. */
export async function orNotHad<T>(coming: Promise<T>): Promise<T> {
  try {
    return await coming
  } catch (cause) {
    throw new NotHad('a part of the page could not be had', { cause })
  }
}

/** Messages that come with what shows them. */
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
      // React reads this, and does not wait for what is here.
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
