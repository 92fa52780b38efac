import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppContext } from '../app-context.ts'
import { networkOf } from '../http/client-address.ts'
import { Buckets } from '../realtime/rate-limits.ts'

/** How often something is tried of one name: from one network, and from all of them together. */
type Limits = Record<'here' | 'anywhere', { burst: number; perSecond: number }>

// Whoever guesses from one network shuts nobody out elsewhere; who guesses from very many is slow.
const TRIES: Limits = { here: { burst: 10, perSecond: 1 / 60 }, anywhere: { burst: 300, perSecond: 1 / 6 } }
// Behind one network may be a school.
const OF_NETWORK = { burst: 60, perSecond: 1 }
const MAIL = { burst: 3, perSecond: 1 / 600 }
/** Mails to one address: three, then one in ten minutes, wherever they are asked for. */
export const MAILS: Limits = { here: MAIL, anywhere: MAIL }

/** Bounds how often something is tried: for one e-mail or other name, and from one network. [ACCOUNT-3] */
export class Tries {
  readonly #clock: AppContext['clock']
  readonly #here: Buckets
  readonly #anywhere: Buckets
  readonly #ofNetwork = new Buckets(OF_NETWORK.perSecond, OF_NETWORK.burst)

  constructor(clock: AppContext['clock'], { here, anywhere } = TRIES) {
    this.#clock = clock
    this.#here = new Buckets(here.perSecond, here.burst)
    this.#anywhere = new Buckets(anywhere.perSecond, anywhere.burst)
  }

  /** Whether one more is right; it is counted. Without a name only the network counts. Otherwise `reply` says how long to wait. */
  take(request: FastifyRequest, name?: string, reply?: FastifyReply): boolean {
    const now = this.#clock.monotonic()
    const network = networkOf(request.ip)
    const counts: [Buckets, string][] = [[this.#ofNetwork, network]]
    if (name !== undefined) counts.push([this.#here, `${network} ${name}`], [this.#anywhere, name])
    for (const [buckets, key] of counts)
      if (!buckets.take(key, now)) {
        reply?.header('retry-after', Math.ceil(buckets.wait(key) / 1_000))
        return false
      }
    return true
  }
}
