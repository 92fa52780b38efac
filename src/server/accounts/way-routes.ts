import type { FastifyInstance } from 'fastify'
import type { WaysPage } from '../../protocol/accounts.ts'
import { isLastWay } from '../../rules/accounts/identity.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { whoChanged } from '../members/who-changed.ts'
import { audit } from './audit-log.ts'
import { whereSignedIn, whereSignedInJustNow } from './signed-in.ts'

/** The routes of how an account is signed in to. [ACCOUNT-11] */
export function wayRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, config, database } = context

  app.get(
    '/api/account/ways',
    whereSignedIn(context, async ({ id }) => await waysOf(context, id)),
  )

  app.post(
    '/api/account/provider/unlink',
    whereSignedInJustNow(context, async ({ id }, _request, reply) => {
      const left = await database.transaction().execute(async (transaction) => {
        const ways = await waysOf({ config, database: transaction }, id)
        if (!ways.provider?.isLinked) return []
        if (isLastWay({ ...ways, provider: true, passkeys: ways.passkeys.length })) return 'last-way'
        const others = transaction.deleteFrom('identities').where('userId', '=', id)
        await others.where('providerId', '!=', 'credential').execute()
        await transaction.deleteFrom('accountGroups').where('account', '=', id).execute()
        await audit(transaction, { at: clock.now(), by: id, act: 'identity-unlinked', about: id })
        return ways.groups
      })
      if (left === 'last-way') return reject(reply, left)
      await whoChanged(context, id, left)
      return reply.code(204).send()
    }),
  )
}

/** How an account is signed in to. */
export async function waysOf(
  { config, database }: Pick<AppContext, 'config' | 'database'>,
  account: string,
): Promise<WaysPage> {
  const identities = await database
    .selectFrom('identities')
    .select('providerId')
    .where('userId', '=', account)
    .execute()
  const groups = await database
    .selectFrom('accountGroups')
    .select('name')
    .where('account', '=', account)
    .orderBy('name')
    .execute()
  const passkeys = await database
    .selectFrom('passkeys')
    .select(['id', 'name', 'at', 'usedAt'])
    .where('account', '=', account)
    .orderBy('at')
    .execute()
  const has = (provider: string) => identities.some(({ providerId }) => providerId === provider)
  return {
    password: has('credential'),
    provider: config.oidc && { name: config.oidc.name, isLinked: has(config.oidc.issuer) },
    groups: groups.map(({ name }) => name),
    passkeys,
  }
}
