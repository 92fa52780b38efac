const AGAIN = 3_000 // what could not be had is not asked for again before this

/** Words that come with what shows them. */
export type Part<T> = {
  readonly here: T | null
  readonly isAsked: boolean
  /** The same promise, however often it is asked for. */
  bring(): Promise<T>
}

/** A part of a catalogue, in a file of its own. */
export function part<T>(load: () => Promise<T>): Part<T> {
  let here: T | null = null
  let coming: Promise<T> | null = null
  const begin = async () => {
    try {
      here = await load()
      return here
    } catch (fault) {
      setTimeout(() => (coming = null), AGAIN)
      throw fault
    }
  }
  return {
    get here() {
      return here
    },
    get isAsked() {
      return coming !== null
    },
    bring: () => (coming ??= begin()),
  }
}
