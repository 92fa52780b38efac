import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { RemindersWish } from '../../../protocol/accounts.ts'
import { whereSignedIn } from '../../accounts/signed-in.ts'
import type { AppContext } from '../../app-context.ts'
import { readOneClick } from '../../http/one-click.ts'
import { reject } from '../../http/rejections.ts'
import { isIdToken, saidId } from '../id-token.ts'
import { endReminders } from './invitees.ts'

/** The purposes of the secrets that stand in reminders: of an account, and of an invitation. */
export const STOP = 'no reminders'
export const STOP_INVITED = 'no reminders of an invitation'

const limited = { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }

/**
 * The routes by which somebody chooses when to be reminded, and by which whoever has a reminder ends them, from a mail program (RFC 8058) or from the page that the mail leads to; no cookie is
 * looked at. To open the address changes nothing. [REMIND-4]
 */
export async function reminderRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  const { clock, database, secrets } = context

  app.post(
    '/api/account/reminders',
    whereSignedIn(context, async ({ id }, request, reply) => {
      const asked = v.safeParse(RemindersWish, request.body)
      if (!asked.success) return reject(reply, 'bad-request')
      const { day, hour } = asked.output
      const chosen = { remindDay: Number(day), remindHour: Number(hour) }
      await database.updateTable('accounts').set(chosen).where('id', '=', id).execute()
      return reply.code(204).send()
    }),
  )

  const isStopped = async (token: string): Promise<boolean> => {
    const id = saidId(token)
    if (id !== null && isIdToken(secrets.serverKey, STOP_INVITED, token))
      return await endReminders(database, id, clock.now())
    if (id === null || !isIdToken(secrets.serverKey, STOP, token)) return false
    const ended = { remindDay: 0, remindHour: 0 }
    await database.updateTable('accounts').set(ended).where('id', '=', id).execute()
    return true
  }

  const stop = async (request: FastifyRequest, reply: FastifyReply) => {
    const { token } = v.parse(v.object({ token: v.string() }), request.params)
    return (await isStopped(token)) ? reply.code(204).send() : reject(reply, 'mail-link-void')
  }
  await app.register(async (within) => {
    readOneClick(within)
    within.post('/stop/:token', limited, stop)
    within.post('/api/stop/:token', limited, stop)
  })
}
