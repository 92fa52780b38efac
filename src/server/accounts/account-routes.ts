import * as v from 'valibot'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  DeleteAccount,
  NewPassword,
  Profile,
  readEmail,
  readPassword,
  SignIn,
  SignUp,
  type AccountPage,
  type DeletionPage,
  type SignedInPage,
} from '../../protocol/accounts.ts'
import { LANGUAGES } from '../../protocol/language.ts'
import { Id } from '../../protocol/types.ts'
import { readName } from '../../protocol/names.ts'
import { refusedToCreate } from '../../rules/accounts/policy.ts'
import type { AppContext } from '../app-context.ts'
import { reject } from '../http/rejections.ts'
import { pictureOfAccount } from '../pictures/pictures.ts'
import { audit } from './audit-log.ts'
import type { Account } from './accounts.ts'
import { connectionsOf } from './connections.ts'
import { claim } from './room-owners.ts'
import { deleteAccount, ownedRooms } from './delete-account.ts'
import { headersOf, setCookies, whereSignedIn } from './signed-in.ts'
import { MAILS, Tries } from './tries.ts'

/** The routes of somebody's own account. [ACCOUNT-3] */
export function accountRoutes(app: FastifyInstance, context: AppContext): void {
  const { accounts, clock, config, database, setUp, visitors } = context
  const tries = new Tries(clock)
  const confirmations = new Tries(clock, MAILS)
  const signedIn = (answer: Parameters<typeof whereSignedIn>[1]) => whereSignedIn(context, answer)
  const haveComeAgain = async (account: string) => {
    const connections = await connectionsOf(context, account)
    connections.close(null)
  }

  async function signUp(body: unknown, request: FastifyRequest, reply: FastifyReply) {
    const asked = v.safeParse(SignUp, body)
    if (!asked.success) return { refusal: 'bad-request' as const }
    const name = readName(asked.output.name)
    const email = readEmail(asked.output.email)
    const password = readPassword(asked.output.password)
    if ('fault' in name) return { refusal: name.fault }
    if ('fault' in email) return { refusal: email.fault }
    if ('fault' in password) return { refusal: password.fault }
    if (!tries.take(request, email.email, reply)) return { refusal: 'too-fast' as const }
    const made = await accounts.signUp({ ...name, ...email, ...password }, headersOf(request))
    if ('refusal' in made) return made
    const language = LANGUAGES.find((each) => each === asked.output.language) ?? null
    await database.updateTable('accounts').set({ language }).where('id', '=', made.id).execute()
    await audit(database, { at: clock.now(), by: made.id, act: 'account-made', about: made.id })
    // The account is there without it, and its page offers another.
    if (confirmations.take(request, email.email))
      await context.accountMails.send('verify-email', { id: made.id, ...name, ...email, language })
    await visitors.takeAlong(made.id, request.headers.cookie, reply, clock.now())
    setCookies(reply, made.headers)
    return { id: made.id }
  }

  app.get('/api/account', async (request, reply) => {
    const account = await accounts.who(request.headers.cookie)
    if (account && request.headers.cookie) setCookies(reply, await accounts.renew(request.headers.cookie))
    return {
      account: account && { ...ownAccount(account), picture: await pictureOfAccount(database, account.id) },
      mayCreate: refusedToCreate(config.create, account?.role ?? null),
      isSetUp: await setUp.isDone(),
      provider: config.oidc?.name ?? null,
    } satisfies AccountPage
  })

  app.post('/api/account/sign-up', async (request, reply) => {
    const made = await signUp(request.body, request, reply)
    return 'refusal' in made ? reject(reply, made.refusal) : reply.code(204).send()
  })

  // Who is signed in already becomes the administrator; anybody else makes an account with it. [ACCOUNT-1]
  app.post<{ Params: { token: string } }>('/api/setup/:token', async (request, reply) => {
    if (await setUp.isDone()) return reject(reply, 'set-up-already')
    if (!setUp.isToken(request.params.token)) return reject(reply, 'link-unknown')
    const account = await accounts.who(request.headers.cookie)
    const made = account ?? (await signUp(request.body, request, reply))
    if ('refusal' in made) return reject(reply, made.refusal)
    const at = clock.now()
    if (!(await setUp.makeFirst(made.id, new Date(at).toISOString()))) return reject(reply, 'set-up-already')
    await audit(database, { at, by: made.id, act: 'admin-made', about: null })
    return reply.code(204).send()
  })

  app.post('/api/account/sign-in', async (request, reply) => {
    const asked = v.safeParse(SignIn, request.body)
    if (!asked.success) return reject(reply, 'bad-request')
    const email = readEmail(asked.output.email)
    if ('fault' in email) return reject(reply, email.fault)
    if (!tries.take(request, email.email, reply)) return reject(reply, 'too-fast')
    const known = await accounts.signIn({ ...email, password: asked.output.password }, headersOf(request))
    if ('refusal' in known) return reject(reply, known.refusal)
    await visitors.takeAlong(known.id, request.headers.cookie, reply, clock.now())
    setCookies(reply, known.headers)
    return reply.code(204).send()
  })

  app.post('/api/account/sign-out', async (request, reply) => {
    const account = await accounts.who(request.headers.cookie)
    setCookies(reply, await accounts.signOut(headersOf(request)))
    if (account) await haveComeAgain(account.id)
    return reply.code(204).send()
  })

  app.post(
    '/api/account/profile',
    signedIn(async ({ id }, request, reply) => {
      const asked = v.safeParse(Profile, request.body)
      if (!asked.success) return reject(reply, 'bad-request')
      const name = readName(asked.output.name)
      if ('fault' in name) return reject(reply, name.fault)
      const { timeZone } = asked.output
      if (timeZone !== null && !isTimeZone(timeZone)) return reject(reply, 'bad-request')
      const language = LANGUAGES.find((each) => each === asked.output.language) ?? null
      const updatedAt = new Date(clock.now()).toISOString()
      await database
        .updateTable('accounts')
        .set({ name: name.name, language, timeZone, updatedAt })
        .where('id', '=', id)
        .execute()
      return reply.code(204).send()
    }),
  )

  app.post(
    '/api/account/password',
    signedIn(async (account, request, reply) => {
      const asked = v.safeParse(NewPassword, request.body)
      if (!asked.success) return reject(reply, 'bad-request')
      const password = readPassword(asked.output.password)
      if ('fault' in password) return reject(reply, password.fault)
      if (!tries.take(request, account.email, reply)) return reject(reply, 'too-fast')
      const changed = await accounts.changePassword({ current: asked.output.current, ...password }, headersOf(request))
      if ('refusal' in changed) return reject(reply, changed.refusal)
      setCookies(reply, changed.headers)
      await haveComeAgain(account.id)
      // Whoever knew the old one may have asked for them.
      await context.accountMails.revoke(account.id, 'taking')
      await audit(database, { at: clock.now(), by: account.id, act: 'password-changed', about: null })
      return reply.code(204).send()
    }),
  )

  app.get(
    '/api/account/sign-ins',
    signedIn(async ({ id, signIn }) => {
      const rows = await database
        .selectFrom('signIns')
        .select(['id', 'createdAt', 'userAgent', 'expiresAt'])
        .where('userId', '=', id)
        .orderBy('createdAt', 'desc')
        .limit(100)
        .execute()
      const signIns = rows
        .filter(({ expiresAt }) => Date.parse(expiresAt) > clock.now())
        .map((row) => ({
          id: row.id,
          since: Date.parse(row.createdAt),
          browser: row.userAgent,
          isThis: row.id === signIn,
        }))
      return { signIns } satisfies SignedInPage
    }),
  )

  app.post<{ Params: { id: string } }>(
    '/api/account/sign-ins/:id/end',
    signedIn(async (account, request, reply) => {
      const { id } = v.parse(v.object({ id: v.string() }), request.params)
      await database.deleteFrom('signIns').where('userId', '=', account.id).where('id', '=', id).execute()
      await haveComeAgain(account.id)
      return reply.code(204).send()
    }),
  )

  app.post(
    '/api/account/sign-out-everywhere',
    signedIn(async ({ id }, request, reply) => {
      await database.deleteFrom('signIns').where('userId', '=', id).execute()
      setCookies(reply, await accounts.signOut(headersOf(request)))
      await haveComeAgain(id)
      return reply.code(204).send()
    }),
  )

  app.get(
    '/api/account/deletion',
    signedIn(async ({ id }) => ({ rooms: await roomsOf(context, id) }) satisfies DeletionPage),
  )

  app.post<{ Params: { room: string } }>(
    '/api/rooms/:room/claim',
    signedIn(async (account, request, reply) => {
      const id = v.safeParse(v.object({ room: Id }), request.params)
      const live = id.success ? await context.rooms.room(id.output.room) : null
      if (!live) return reject(reply, 'room-unknown')
      if (live === 'elsewhere') return reject(reply, 'room-moved')
      if (live === 'deleted') return reject(reply, 'room-deleted')
      const room = live.room.id
      const known = await visitors.inRoom(request.headers.cookie, live)
      const you = known && (await live.whoIs(known.id))
      if (you?.role !== 'host') return reject(reply, 'not-yours', live.room.hostName)
      const at = clock.now()
      if (!(await claim(database, { room, account: account.id, at }))) return reject(reply, 'already-claimed')
      await audit(database, { at, by: account.id, act: 'room-claimed', about: room })
      return reply.code(204).send()
    }),
  )

  app.post(
    '/api/account/delete',
    signedIn(async (account, request, reply) => {
      const asked = v.safeParse(DeleteAccount, request.body)
      if (!asked.success) return reject(reply, 'bad-request')
      if (!tries.take(request, account.email, reply)) return reject(reply, 'too-fast')
      const unproven = await accounts.refusedProof(account, asked.output.password)
      if (unproven) return reject(reply, unproven)
      const connections = await connectionsOf(context, account.id)
      const refusal = await deleteAccount(context, account)
      if (refusal) return reject(reply, refusal)
      connections.close(null)
      setCookies(reply, await accounts.signOut(headersOf(request)))
      return reply.code(204).send()
    }),
  )
}

async function roomsOf(context: AppContext, account: string) {
  const owned = await ownedRooms(context, account)
  const rooms = await Promise.all(owned.map(async ({ room }) => await context.store.room(room)))
  return rooms.flatMap((room) => (room ? [{ room: room.id, name: room.name }] : []))
}

function ownAccount({ signIn: _here, provenAt: _then, ...account }: Account) {
  return account
}

function isTimeZone(zone: string): boolean {
  return zone.length <= 64 && (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone))
}
