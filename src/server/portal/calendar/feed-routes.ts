import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import type { CalendarFeed } from '../../../protocol/rooms.ts'
import { whereSignedIn } from '../../accounts/signed-in.ts'
import type { AppContext } from '../../app-context.ts'
import { reject } from '../../http/rejections.ts'
import { keyOf } from '../../secrets.ts'
import { idToken, isIdToken, saidId } from '../id-token.ts'
import { describe } from '../description.ts'
import { allOf } from '../my-rooms.ts'
import { scheduleOf } from '../room-schedule.ts'
import { calendarFeed } from './calendar-file.ts'
import type { CalendarEntry } from './events.ts'

// Calendar programs ask some times an hour, and those of a company from one address.
const limited = { config: { rateLimit: { max: 300, timeWindow: 60_000 } } }
// The newest of somebody’s rooms, so that the calendar of who has very many is still read.
const ROOMS_MAX = 500

const purposeOf = (feed: number) => `calendar ${feed}`

/** The calendar of one's own sessions, for who has its address, and the routes by which its owner sees it and makes it anew. [CALENDAR-8] */
export function feedRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock, config, database, secrets } = context

  const addressOf = async (account: string): Promise<CalendarFeed> => {
    const { feed } = await database
      .selectFrom('accounts')
      .select('feed')
      .where('id', '=', account)
      .executeTakeFirstOrThrow()
    const token = idToken(secrets.serverKey, purposeOf(feed), account)
    return { address: new URL(`/api/calendar/${token}.ics`, config.url).href }
  }

  app.get(
    '/api/my/calendar',
    whereSignedIn(context, async ({ id }) => await addressOf(id)),
  )

  app.post(
    '/api/my/calendar/renew',
    whereSignedIn(context, async ({ id }) => {
      await database
        .updateTable('accounts')
        .set({ feed: sql`feed + 1` })
        .where('id', '=', id)
        .execute()
      return await addressOf(id)
    }),
  )

  app.get('/api/calendar/:token.ics', limited, async (request, reply) => {
    const { token } = v.parse(v.object({ token: v.string() }), request.params)
    const account = await accountWith(context, token)
    if (!account) return reject(reply, 'link-unknown')
    const entries = await entriesOf(context, account)
    const etag = `"${keyOf(JSON.stringify(entries))}"`
    reply.headers({ etag, 'cache-control': 'private, no-cache' })
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const feed = calendarFeed({ name: 'Rostrum', entries, at: clock.now() })
    return reply.type('text/calendar; charset=utf-8').send(feed)
  })
}

type Owner = { id: string; email: string; emailVerified: boolean }

/** Whose calendar an address shows; null for one that is made up, was replaced, or is of an account that is disabled. */
async function accountWith({ database, secrets }: AppContext, token: string): Promise<Owner | null> {
  const id = saidId(token)
  const query = database.selectFrom('accounts').select(['id', 'email', 'emailVerified', 'feed'])
  const found = await query.where('id', '=', id).where('disabledAt', 'is', null).executeTakeFirst()
  if (!found || !isIdToken(secrets.serverKey, purposeOf(found.feed), token)) return null
  return { ...found, emailVerified: found.emailVerified !== 0 }
}

const Row = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  version: v.number(),
  schedule: v.string(),
  deletedAt: v.nullable(v.number()),
})

async function entriesOf({ config, database, visitors }: AppContext, account: Owner): Promise<CalendarEntry[]> {
  const mine = { account, guests: await visitors.hashesOfOne(account.id) }
  const { rows } = await sql`
    SELECT r.id, r.name, d.description, d.version, d.schedule, r.deletedAt FROM rooms r JOIN roomDetails d ON d.room = r.id
      WHERE d.schedule IS NOT NULL AND r.id IN (SELECT room FROM (${allOf(mine)}))
      ORDER BY r.createdAt DESC, r.id LIMIT ${ROOMS_MAX}`.execute(database)
  return rows.flatMap((each) => {
    const { id, name, description, version, deletedAt, ...row } = v.parse(Row, each)
    const schedule = scheduleOf(row.schedule)
    if (!schedule) return []
    const url = new URL(`/r/${id}`, config.url).href
    const cancelled = deletedAt !== null
    const sequence = version + Number(cancelled)
    return [{ room: { id, name, description: describe(description).text, url }, schedule, sequence, cancelled }]
  })
}
