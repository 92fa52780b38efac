import type { FastifyReply, FastifyRequest } from 'fastify'
import { reject } from '../http/rejections.ts'
import type { Account, Accounts } from './accounts.ts'

type Answer = (admin: Account, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** A handler of a route that only administrators use; anybody else is refused, and told why. [ACCOUNT-7] */
export function asAdmin(accounts: Pick<Accounts, 'who'>, answer: Answer) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const account = await accounts.who(request.headers.cookie)
    if (!account) return reject(reply, 'sign-in-first')
    return account.role === 'admin' ? await answer(account, request, reply) : reject(reply, 'admins-only')
  }
}
