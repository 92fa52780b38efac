import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFresh } from '../../rules/accounts/fresh.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import type { Account } from './accounts.ts'

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

/** What better-auth reads of a request: who is signed in, and which browser it is. */
export function headersOf(request: FastifyRequest): Headers {
  const { cookie = '', 'user-agent': browser = '' } = request.headers
  return new Headers({ cookie, 'user-agent': browser.slice(0, 300) })
}

/** Passes on the cookies that better-auth sets. */
export function setCookies(reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
}
