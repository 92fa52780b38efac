import * as v from 'valibot'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ChangeEmail, Forgot, readEmail, readPassword, ResetPassword } from '../../protocol/accounts.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import type { MailLink } from './account-mails.ts'
import { audit } from './audit-log.ts'
import { whoChanged } from '../members/who-changed.ts'
import { newId } from '../secrets.ts'
import { hashPassword } from './passwords.ts'
import { connectionsOf } from './connections.ts'
import { whereSignedIn } from './signed-in.ts'
import { MAILS, Tries } from './tries.ts'

type WithToken = { Params: { token: string } }

/** What mail does for accounts: confirming an e-mail, changing it, and a new password. Only what is posted uses a link up. [ACCOUNT-14] */
export function accountMailRoutes(app: FastifyInstance, context: AppContext): void {
  const { accounts, accountMails, clock, database, log } = context
  const mailTries = new Tries(clock, MAILS)
  const tries = new Tries(clock)
  const now = () => new Date(clock.now()).toISOString()
  const accountWith = async (email: string) =>
    await database.selectFrom('accounts').selectAll().where('email', '=', email).executeTakeFirst()
  const linkOf = (request: FastifyRequest<WithToken>) => v.parse(v.object({ token: v.string() }), request.params).token

  app.post(
    '/api/account/verify',
    whereSignedIn(context, async (account, request, reply) => {
      if (!mailTries.take(request, account.email, reply)) return reject(reply, 'too-fast')
      if (!account.emailVerified) await accountMails.send('verify-email', account)
      return reply.code(204).send()
    }),
  )

  // Who has only the mail may have it from somebody who opened an account with another's address: the link works for who is signed in to it.
  const takeOwn = async (kind: MailLink, request: FastifyRequest<WithToken>) => {
    if (!tries.take(request)) return { refusal: 'too-fast' as const }
    const account = await accounts.who(request.headers.cookie)
    const about = await accountMails.about(kind, linkOf(request))
    if (!about) return { refusal: 'mail-link-void' as const }
    if (!account) return { refusal: 'sign-in-first' as const }
    if (account.id !== about.account) return { refusal: 'mail-link-other' as const }
    return (await accountMails.take(kind, linkOf(request))) ?? { refusal: 'mail-link-void' as const }
  }

  app.post<WithToken>('/api/account/verify/:token', async (request, reply) => {
    const about = await takeOwn('verify-email', request)
    if ('refusal' in about) return reject(reply, about.refusal)
    await database
      .updateTable('accounts')
      .set({ emailVerified: 1, updatedAt: now() })
      .where('id', '=', about.account)
      .where('email', '=', about.email)
      .execute()
    await whoChanged(context, about.account, [about.email])
    return reply.code(204).send()
  })

  // The answer is the same at once, whether there is such an account or not. [ACCOUNT-15]
  app.post('/api/account/forgot', async (request, reply) => {
    const asked = v.safeParse(Forgot, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const read = readEmail(asked.output.email)
    if ('fault' in read) return reject(reply, read.fault)
    if (!mailTries.take(request, read.email, reply)) return reject(reply, 'too-fast')
    const remind = async () => {
      const account = await accountWith(read.email)
      if (account && account.disabledAt === null)
        await accountMails.send('reset-password', account, asked.output.language)
    }
    remind().catch((fault: unknown) => log.error({ fault }, 'a mail for a new password could not be written'))
    return reply.code(204).send()
  })

  app.post<WithToken>('/api/account/reset/:token', async (request, reply) => {
    const asked = v.safeParse(ResetPassword, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const read = readPassword(asked.output.password)
    if ('fault' in read) return reject(reply, read.fault)
    if (!tries.take(request)) return reject(reply, 'too-fast')
    const about = await accountMails.take('reset-password', linkOf(request))
    const account = about && (await accountWith(about.email))
    if (account?.id !== about?.account || !account) return reject(reply, 'mail-link-void')
    await setPassword(context, account, await hashPassword(read.password))
    await accountMails.revoke(account.id, 'all')
    await whoChanged(context, account.id, [account.email])
    const connections = await connectionsOf(context, account.id)
    connections.close(null)
    await audit(database, { at: clock.now(), by: account.id, act: 'password-reset', about: null })
    return reply.code(204).send()
  })

  // Who has the e-mail already is told nothing of it, and neither is who asks. [ACCOUNT-3]
  app.post(
    '/api/account/email',
    whereSignedIn(context, async (account, request, reply) => {
      const asked = v.safeParse(ChangeEmail, request.body)
      if (!asked.success) return reject(reply, 'bad-request')
      const read = readEmail(asked.output.email)
      if ('fault' in read) return reject(reply, read.fault)
      if (!mailTries.take(request, account.email, reply) || !mailTries.take(request, read.email, reply))
        return reject(reply, 'too-fast')
      const unproven = await accounts.refusedProof(account, asked.output.password)
      if (unproven) return reject(reply, unproven)
      if (!(await accountWith(read.email))) await accountMails.send('change-email', { ...account, email: read.email })
      return reply.code(204).send()
    }),
  )

  app.post<WithToken>('/api/account/email/:token', async (request, reply) => {
    const about = await takeOwn('change-email', request)
    if ('refusal' in about) return reject(reply, about.refusal)
    const before = await database.selectFrom('accounts').selectAll().where('id', '=', about.account).executeTakeFirst()
    if (!before) return reject(reply, 'mail-link-void')
    const { numUpdatedRows } = await database
      .updateTable('accounts')
      .set({ email: about.email, emailVerified: 1, updatedAt: now() })
      .where('id', '=', about.account)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('accounts as other').select('other.id').where('other.email', '=', about.email))),
      )
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return reject(reply, 'account-exists')
    await accountMails.revoke(about.account, 'all')
    await accountMails.tellChanged(before)
    await whoChanged(context, before.id, [before.email, about.email])
    await audit(database, { at: clock.now(), by: about.account, act: 'email-changed', about: null })
    return reply.code(204).send()
  })
}

/**
 * Gives an account its new password, and signs it out everywhere. Whoever made the account without having made sure of the e-mail may be
 * another than who has it: of their ways to sign in none stays. [ACCOUNT-15]
 */
async function setPassword(
  { clock, database }: AppContext,
  account: { id: string; emailVerified: number },
  password: string,
): Promise<void> {
  const at = new Date(clock.now()).toISOString()
  const { id: userId } = account
  await database.transaction().execute(async (within) => {
    if (!account.emailVerified) {
      await within.deleteFrom('passkeys').where('account', '=', userId).execute()
      await within.deleteFrom('accountGroups').where('account', '=', userId).execute()
      await within.deleteFrom('identities').where('userId', '=', userId).execute()
    }
    await within
      .insertInto('identities')
      .values({
        id: newId(),
        userId,
        providerId: 'credential',
        accountId: userId,
        password,
        createdAt: at,
        updatedAt: at,
      })
      .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doUpdateSet({ password, updatedAt: at }))
      .execute()
    await within.updateTable('accounts').set({ emailVerified: 1, updatedAt: at }).where('id', '=', userId).execute()
    await within.deleteFrom('signIns').where('userId', '=', userId).execute()
  })
}
