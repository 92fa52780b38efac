import type { Millis } from '../protocol/words.ts'

const LOOK_EVERY: Millis = 1_000

/** A LiveKit that somebody else runs: looked at, never started or stopped. Ends with `stop`. */
export class RemoteEngine {
  readonly url: string
  readonly #looking: NodeJS.Timeout

  /** `changed` is called when it stops answering, and when it answers again. */
  static async start(url: string, changed: (up: boolean) => void): Promise<RemoteEngine> {
    const engine = new RemoteEngine(url, changed)
    return await Promise.resolve(engine)
  }

  private constructor(url: string, changed: (up: boolean) => void) {
    this.url = url
    let up = true
    this.#looking = setInterval(() => {
      fetch(url, { signal: AbortSignal.timeout(LOOK_EVERY) }).then(
        (answer) => note(answer.ok),
        () => note(false),
      )
    }, LOOK_EVERY).unref()
    const note = (now: boolean) => {
      if (now !== up) changed((up = now))
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking)
    await Promise.resolve()
  }
}
