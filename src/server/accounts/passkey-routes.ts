import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { NewPasskey, RemovePasskey, UsedPasskey } from '../../protocol/accounts.ts'
import { readName } from '../../protocol/names.ts'
import { isLastWay } from '../../rules/accounts/identity.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { audit } from './audit-log.ts'
import { OneTimeSecrets } from './one-time-secrets.ts'
import { Passkeys } from './passkeys.ts'
import { headersOf, setCookies, whereSignedIn, whereSignedInJustNow } from './signed-in.ts'
import { Tries } from './tries.ts'
import { waysOf } from './way-routes.ts'

const PASSKEYS_MAX = 50

/** Making, removing and using passkeys. [ACCOUNT-13] */
export function passkeyRoutes(app: FastifyInstance, context: AppContext): void {
  const { accounts, clock, config, database, visitors } = context
  const passkeys = new Passkeys({ database, clock, secrets: new OneTimeSecrets(database, clock), url: config.url })
  const tries = new Tries(clock)

  app.post(
    '/api/account/passkeys/begin',
    whereSignedInJustNow(context, async (account, request, reply) => {
      if (!tries.take(request, account.id, reply)) return reject(reply, 'too-fast')
      return await passkeys.wish(account)
    }),
  )

  app.post(
    '/api/account/passkeys',
    whereSignedIn(context, async ({ id }, request, reply) => {
      const asked = v.safeParse(NewPasskey, request.body)
      if (!asked.success) return reject(reply, 'bad-request')
      const name = readName(asked.output.name)
      if ('fault' in name) return reject(reply, name.fault)
      const has = (await waysOf(context, id)).passkeys.length
      if (has >= PASSKEYS_MAX) return reject(reply, 'not-allowed')
      if (!(await passkeys.keep(id, asked.output, name.name))) return reject(reply, 'passkey-unknown')
      await audit(database, { at: clock.now(), by: id, act: 'passkey-added', about: id })
      return reply.code(204).send()
    }),
  )

  app.post(
    '/api/account/passkeys/remove',
    whereSignedInJustNow(context, async ({ id }, request, reply) => {
      const asked = v.safeParse(RemovePasskey, request.body)
      if (!asked.success) return reject(reply, 'bad-request')
      const refusal = await database.transaction().execute(async (transaction) => {
        const ways = await waysOf({ config, database: transaction }, id)
        if (!ways.passkeys.some((passkey) => passkey.id === asked.output.id)) return null
        const provider = ways.provider?.isLinked ?? false
        if (isLastWay({ ...ways, provider, passkeys: ways.passkeys.length })) return 'last-way'
        await transaction.deleteFrom('passkeys').where('account', '=', id).where('id', '=', asked.output.id).execute()
        await audit(transaction, { at: clock.now(), by: id, act: 'passkey-removed', about: id })
        return null
      })
      return refusal ? reject(reply, refusal) : reply.code(204).send()
    }),
  )

  app.post('/api/account/passkey-sign-in/begin', async (request, reply) => {
    if (!tries.take(request)) return reject(reply, 'too-fast')
    return await passkeys.question()
  })

  app.post('/api/account/passkey-sign-in', async (request, reply) => {
    const asked = v.safeParse(UsedPasskey, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    if (!tries.take(request)) return reject(reply, 'too-fast')
    const account = await passkeys.accountOf(asked.output)
    if (account === null) return reject(reply, 'passkey-unknown')
    const entered = await accounts.enter(account, headersOf(request), clock.now())
    if ('refusal' in entered) return reject(reply, entered.refusal)
    await visitors.takeAlong(account, request.headers.cookie, reply, clock.now())
    setCookies(reply, entered.headers)
    return reply.code(204).send()
  })
}
