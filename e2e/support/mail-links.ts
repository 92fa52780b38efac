import * as v from 'valibot'
import { expect } from 'vitest'
import { MailPage, OneMail, type MailKind } from '../../src/protocol/mail.ts'
import type { Visitor } from './visitor.ts'

/** The address in the newest mail of a kind, as the administrator reads it in the outbox. */
export async function linkIn(admin: Visitor, url: string, wanted: { kind: MailKind; to?: string }): Promise<string> {
  const { kind, to } = wanted
  const read = async (path: string): Promise<unknown> => await (await admin.context.request.get(`${url}${path}`)).json()
  const find = async () => {
    const { mails } = v.parse(MailPage, await read('/api/admin/mails'))
    return mails.find((mail) => mail.kind === kind && mail.state === 'kept' && (to ?? mail.to) === mail.to)?.id ?? 0
  }
  await expect.poll(find).toBeGreaterThan(0)
  const { body } = v.parse(OneMail, await read(`/api/admin/mails/${await find()}`))
  return /http:\S+\/account\/\S+/.exec(body?.text ?? '')?.[0] ?? ''
}
