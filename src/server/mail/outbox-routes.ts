import * as v from 'valibot'
import type { FastifyInstance } from 'fastify'
import { asAdmin } from '../accounts/as-admin.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { reject } from '../http/rejections.ts'
import type { MailQueue } from './mail-queue.ts'

type Needs = { accounts: Pick<Accounts, 'who'>; mail: Pick<MailQueue, 'page' | 'one' | 'sendAgain'> }

// As many digits as a number is exact with.
const Digits = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const Asked = v.object({ id: Digits })
const Wanted = v.object({ before: v.optional(Digits) })

/** The routes by which administrators, and nobody else, read the mails and send them again. [MAIL-9] */
export function outboxRoutes(app: FastifyInstance, { accounts, mail }: Needs): void {
  app.get(
    '/api/admin/mails',
    asAdmin(accounts, async (_admin, request, reply) => {
      const wanted = v.safeParse(Wanted, request.query)
      return wanted.success ? await mail.page(wanted.output.before ?? null) : reject(reply, 'bad-request')
    }),
  )

  app.get(
    '/api/admin/mails/:id',
    asAdmin(accounts, async (_admin, request, reply) => {
      const asked = v.safeParse(Asked, request.params)
      const found = asked.success ? await mail.one(asked.output.id) : null
      return found ?? reject(reply, 'mail-unknown')
    }),
  )

  app.post(
    '/api/admin/mails/:id/send-again',
    asAdmin(accounts, async (_admin, request, reply) => {
      const asked = v.safeParse(Asked, request.params)
      const known = asked.success ? await mail.one(asked.output.id) : null
      if (!known) return reject(reply, 'mail-unknown')
      if (!(await mail.sendAgain(known.id))) return reject(reply, 'mail-gone')
      return await mail.one(known.id)
    }),
  )
}
