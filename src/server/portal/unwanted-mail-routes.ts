import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { EndMails, type MailWish } from '../../protocol/mail.ts'
import type { AppContext } from '../app-context.ts'
import { readOneClick } from '../http/one-click.ts'
import { reject } from '../http/rejections.ts'
import { endedOf, hashIn, setEnded } from './unwanted-mails.ts'

const limited = { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }

const Params = v.object({ room: v.string(), token: v.string() })

/**
 * The routes by which whoever has a mail ends such mails, from the page that it leads to or from a mail program (RFC 8058), and has them
 * again; no cookie is looked at. To open the address changes nothing. [MAIL-13] [MAIL-16]
 */
export async function unwantedMailRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  const { clock, store } = context
  const askedIn = (params: unknown) => {
    const { room, token } = v.parse(Params, params)
    return { room, address: hashIn(context, room, token) }
  }
  const wishOf = async (address: string, room: string): Promise<MailWish> => {
    const found = await store.room(room)
    return {
      room: found && found.deletedAt == null ? found.name : null,
      ended: await endedOf(context, address, room),
    }
  }

  app.get('/api/mails/:room/:token', limited, async ({ params }, reply) => {
    const { address, room } = askedIn(params)
    return address === null ? reject(reply, 'mail-link-void') : await wishOf(address, room)
  })

  app.post('/api/mails/:room/:token', limited, async ({ params, body }, reply) => {
    const { address, room } = askedIn(params)
    if (address === null) return reject(reply, 'mail-link-void')
    const asked = v.safeParse(EndMails, body)
    if (!asked.success) return reject(reply, 'bad-request')
    await setEnded(context, { address, room, ended: asked.output.ended, at: clock.now() })
    return await wishOf(address, room)
  })

  await app.register(async (within) => {
    readOneClick(within)
    within.post('/mails/:room/:token', limited, async ({ params }, reply) => {
      const { address, room } = askedIn(params)
      if (address === null) return reject(reply, 'mail-link-void')
      await setEnded(context, { address, room, ended: 'server', at: clock.now() })
      return reply.code(204).send()
    })
  })
}
