import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFresh } from '../../rules/accounts/fresh.ts'
import type { AppContext } from '../app-context.ts'
import { networkOf } from '../http/client-address.ts'
import { reject } from '../http/rejections.ts'
import { Buckets } from '../realtime/rate-limits.ts'
import type { Account } from './accounts.ts'

// One address of an e-mail is tried ten times, then once a minute; a network, behind which may be a school, sixty times.
const TRIES = { burst: 10, perSecond: 1 / 60 }
const OF_NETWORK = { burst: 60, perSecond: 1 }
/** Mails to one address: three, then one in ten minutes. */
export const MAILS = { burst: 3, perSecond: 1 / 600 }

/** Answers a request only where somebody is signed in. */
export function whereSignedIn(
  { accounts }: Pick<AppContext, 'accounts'>,
  answer: (account: Account, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const account = await accounts.who(request.headers.cookie)
    return account ? await answer(account, request, reply) : reject(reply, 'sign-in-first')
  }
}

/** Answers a request only where somebody signed in just now: a browser that was left open changes nothing of how the account is signed in to. */
export function whereSignedInJustNow(
  context: Pick<AppContext, 'accounts' | 'clock'>,
  answer: (account: Account, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
) {
  return whereSignedIn(context, async (account, request, reply) =>
    isFresh(account.provenAt, context.clock.now())
      ? await answer(account, request, reply)
      : reject(reply, 'sign-in-again'),
  )
}

/** Bounds how often something is tried: for one e-mail or other name, and from one network. */
export class Tries {
  readonly #clock: AppContext['clock']
  readonly #ofName: Buckets
  readonly #ofNetwork = new Buckets(OF_NETWORK.perSecond, OF_NETWORK.burst)

  constructor(clock: AppContext['clock'], { perSecond, burst } = TRIES) {
    this.#clock = clock
    this.#ofName = new Buckets(perSecond, burst)
  }

  /** Whether one more is right; it is counted. Without a name only the network counts. */
  take(request: FastifyRequest, name?: string): boolean {
    const now = this.#clock.monotonic()
    return this.#ofNetwork.take(networkOf(request.ip), now) && (name === undefined || this.#ofName.take(name, now))
  }
}

/** What better-auth reads of a request: who is signed in, and which browser it is. */
export function headersOf(request: FastifyRequest): Headers {
  const { cookie = '', 'user-agent': browser = '' } = request.headers
  return new Headers({ cookie, 'user-agent': browser.slice(0, 300) })
}

/** Passes on the cookies that better-auth sets. */
export function setCookies(reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
}
