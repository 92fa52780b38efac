import { ServerError } from 'livekit-server-sdk'
import type { Millis } from '../../protocol/types.ts'
import { EngineFault, type Proof } from './engine.ts'

const LOOK_EVERY: Millis = 1_000

/** A LiveKit that somebody else runs: looked at, never started or stopped. Ends with `stop`. */
export class RemoteEngine {
  readonly url: string
  #isUp: boolean
  readonly #looking: NodeJS.Timeout

  /**
   * Looks at it once; one that does not answer yet is waited for. `changed` is called when it stops answering, and when it answers
   * again. Throws EngineFault where it refuses our keys.
   */
  static async start(url: string, proof: Proof, changed: (up: boolean) => void): Promise<RemoteEngine> {
    const isUp = await proof(url).then(
      () => true,
      (fault: unknown) => {
        if (!(fault instanceof ServerError && [401, 403].includes(fault.status))) return false
        throw new EngineFault('LIVEKIT_URL answers, and refuses LIVEKIT_API_KEY with LIVEKIT_API_SECRET.', {
          cause: fault,
        })
      },
    )
    return new RemoteEngine(url, isUp, changed)
  }

  private constructor(url: string, isUp: boolean, changed: (up: boolean) => void) {
    this.url = url
    this.#isUp = isUp
    const note = (now: boolean) => {
      if (now !== this.#isUp) changed((this.#isUp = now))
    }
    this.#looking = setInterval(() => {
      fetch(url, { signal: AbortSignal.timeout(LOOK_EVERY) }).then(
        (answer) => note(answer.ok),
        () => note(false),
      )
    }, LOOK_EVERY).unref()
  }

  get isUp(): boolean {
    return this.#isUp
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking)
    await Promise.resolve()
  }
}
