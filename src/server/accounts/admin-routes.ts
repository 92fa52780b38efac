import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { AdminChange, HandOverAll, type AuditPage, type SettingsPage } from '../../protocol/accounts.ts'
import { Language } from '../../protocol/language.ts'
import { isFresh } from '../../rules/accounts/fresh.ts'
import { isLastAdmin } from '../../rules/accounts/policy.ts'
import type { AppContext } from '../app-context.ts'
import type { Database } from '../database/database.ts'
import { reject } from '../http/rejections.ts'
import { handOverAll } from '../members/hand-over.ts'
import { asAdmin } from './as-admin.ts'
import { audit } from './audit-log.ts'
import { connectionsOf } from './connections.ts'
import { peoplePage } from './people-page.ts'
import { refusedToOwn } from './room-owners.ts'

const AT_A_TIME = 100
const Asked = v.object({
  search: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  after: v.optional(v.string(), ''),
  language: v.fallback(Language, 'en'),
  before: v.optional(v.pipe(v.string(), v.toNumber())),
})

/** The routes of administrators; anybody else is refused. [ACCOUNT-7] [ACCOUNT-8] */
export function adminRoutes(app: FastifyInstance, context: AppContext): void {
  const { accounts, config, clock, database } = context

  app.get(
    '/api/admin/people',
    asAdmin(accounts, async (_admin, request, reply) => {
      const asked = v.safeParse(Asked, request.query)
      if (!asked.success) return reject(reply, 'bad-request')
      return await peoplePage(database, asked.output)
    }),
  )

  app.post<{ Params: { id: string } }>(
    '/api/admin/people/:id',
    asAdmin(accounts, async (admin, request, reply) => {
      const asked = v.safeParse(AdminChange, request.body)
      const { id } = v.parse(v.object({ id: v.string() }), request.params)
      if (!asked.success) return reject(reply, 'bad-request')
      const change = asked.output
      const at = clock.now()
      // To take power away is not to wait for.
      if (change.role === 'admin' && !isFresh(admin.provenAt, at)) return reject(reply, 'sign-in-again')
      const refusal = await database.transaction().execute(async (transaction) => {
        const person = await transaction.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
        if (!person) return 'account-unknown'
        const isDisabled = person.disabledAt !== null
        const stays = (change.role ?? person.role) === 'admin' && !(change.isDisabled ?? isDisabled)
        if (!stays && isLastAdmin({ role: person.role, isDisabled }, await enabledAdmins(transaction)))
          return 'last-admin'
        const role = change.role ?? person.role
        const disabledAt = (change.isDisabled ?? isDisabled) ? (person.disabledAt ?? at) : null
        await transaction
          .updateTable('accounts')
          .set({ role, disabledAt, updatedAt: new Date(at).toISOString() })
          .where('id', '=', id)
          .execute()
        if (disabledAt !== null) await transaction.deleteFrom('signIns').where('userId', '=', id).execute()
        const by = admin.id
        if (role !== person.role)
          await audit(transaction, { at, by, act: role === 'admin' ? 'admin-made' : 'admin-taken', about: id })
        if ((disabledAt !== null) !== isDisabled)
          await audit(transaction, { at, by, act: isDisabled ? 'account-enabled' : 'account-disabled', about: id })
        return null
      })
      if (refusal) return reject(reply, refusal)
      if (change.isDisabled) {
        const connections = await connectionsOf(context, id)
        connections.close('account-disabled')
      }
      return reply.code(204).send()
    }),
  )

  app.post<{ Params: { id: string } }>(
    '/api/admin/people/:id/hand-over',
    asAdmin(accounts, async (admin, request, reply) => {
      const asked = v.safeParse(HandOverAll, request.body)
      const { id } = v.parse(v.object({ id: v.string() }), request.params)
      if (!asked.success) return reject(reply, 'bad-request')
      const { to } = asked.output
      if (!isFresh(admin.provenAt, clock.now())) return reject(reply, 'sign-in-again')
      const unknown = (await refusedToOwn(database, id)) === 'account-unknown'
      const isNone = unknown ? 'account-unknown' : await refusedToOwn(database, to)
      if (isNone) return reject(reply, isNone)
      const refusal = await handOverAll(context, { from: id, to, by: admin.id, at: clock.now() })
      if (refusal) return reject(reply, refusal)
      return reply.code(204).send()
    }),
  )

  app.get(
    '/api/admin/settings',
    asAdmin(accounts, async () => {
      const viewers = context.mediaFigures().viewersHeld
      return { settings: [...config.shown], people: context.rooms.people, viewers } satisfies SettingsPage
    }),
  )

  app.get(
    '/api/admin/audit',
    asAdmin(accounts, async (_admin, request, reply) => {
      const asked = v.safeParse(Asked, request.query)
      if (!asked.success) return reject(reply, 'bad-request')
      const { before = Number.MAX_SAFE_INTEGER } = asked.output
      const acts = await database
        .selectFrom('auditLog')
        .leftJoin('accounts as doer', 'doer.id', 'auditLog.by')
        .leftJoin('accounts as other', 'other.id', 'auditLog.about')
        .select(['n', 'at', 'act', 'doer.name as by'])
        .select(({ fn }) => fn.coalesce('other.name', 'auditLog.about').as('about'))
        .where('n', '<', before)
        .orderBy('n', 'desc')
        .limit(AT_A_TIME)
        .execute()
      return { acts } satisfies AuditPage
    }),
  )
}

/** How many administrators can sign in. */
export async function enabledAdmins(database: Database): Promise<number> {
  const { n } = await database
    .selectFrom('accounts')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('role', '=', 'admin')
    .where('disabledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
