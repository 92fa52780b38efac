import { fastify } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { newMail, openMails } from '../../../test/mail/mail-scene.ts'
import { outboxRoutes } from './outbox-routes.ts'

const ACCOUNT = {
  id: '1',
  name: 'Hana Weber',
  email: 'hana@example.org',
  emailVerified: true,
  signIn: '1',
  provenAt: 0,
  language: null,
  timeZone: null,
  reminders: { day: false, hour: true },
}

/** An app with these routes alone, in which the cookie is the role, and a mail that bounced. */
async function opened() {
  const scene = await openMails()
  const app = fastify()
  const who = async (role: string | undefined) =>
    role === 'admin' || role === 'member' ? ({ ...ACCOUNT, role } as const) : null
  outboxRoutes(app, { accounts: { who }, mail: scene.queue })
  onTestFinished(async () => await app.close())
  scene.mailer.answer = async () => ({ kind: 'bounced', says: '550 No such person here' })
  await scene.queue.enqueue([newMail('one')])
  await scene.queue.settled()
  const ask = async (url: string, method: 'GET' | 'POST' = 'GET', cookie = 'admin') => {
    const { statusCode, body } = await app.inject({ url, method, headers: { cookie } })
    return { status: statusCode, body: JSON.parse(body) as unknown }
  }
  return { ...scene, ask }
}

test('[MAIL-9] an administrator reads the list, and one mail with its text', async () => {
  const { ask } = await opened()
  const row = { id: 1, state: 'bounced', to: 'noor@example.org', says: '550 No such person here', canSendAgain: true }
  expect(await ask('/api/admin/mails')).toMatchObject({ status: 200, body: { mails: [row], before: null } })
  expect(await ask('/api/admin/mails?before=1')).toMatchObject({ body: { mails: [], before: null } })
  const body = { text: 'Hana Weber invites you.\n', html: '<p>Hana Weber invites you.</p>' }
  expect(await ask('/api/admin/mails/1')).toMatchObject({ status: 200, body: { ...row, body } })
})

test('[MAIL-9] a press sends a mail again', async () => {
  const { ask, mailer, queue } = await opened()
  mailer.answer = async () => ({ kind: 'sent' })
  expect(await ask('/api/admin/mails/1/send-again', 'POST')).toMatchObject({ status: 200, body: { id: 1 } })
  await queue.settled()
  expect(mailer.handed).toHaveLength(2)
  expect(await ask('/api/admin/mails/1')).toMatchObject({ body: { state: 'sent' } })
})

test('[MAIL-9] [MAIL-10] nobody else reads a mail or an address, nor sends one again', async () => {
  const { ask, mailer } = await opened()
  const all = [
    ['/api/admin/mails', 'GET'],
    ['/api/admin/mails/1', 'GET'],
    ['/api/admin/mails/1/send-again', 'POST'],
  ] as const
  for (const [url, method] of all) {
    expect(await ask(url, method, 'member')).toEqual({ status: 403, body: { refusal: 'admins-only' } })
    expect(await ask(url, method, 'guest')).toEqual({ status: 401, body: { refusal: 'sign-in-first' } })
  }
  expect(mailer.handed).toHaveLength(1)
})

test('[MAIL-9] a mail that is not there, or has no text any more, is refused in words', async () => {
  const { ask, database } = await opened()
  for (const id of ['2', '0', '-1', '1.5', 'x', '9'.repeat(30)])
    expect(await ask(`/api/admin/mails/${id}`)).toEqual({ status: 404, body: { refusal: 'mail-unknown' } })
  expect(await ask('/api/admin/mails/2/send-again', 'POST')).toMatchObject({ status: 404 })
  expect(await ask('/api/admin/mails?before=x')).toEqual({ status: 400, body: { refusal: 'bad-request' } })
  await database.updateTable('mails').set({ content: null }).execute()
  expect(await ask('/api/admin/mails/1/send-again', 'POST')).toEqual({ status: 410, body: { refusal: 'mail-gone' } })
})
