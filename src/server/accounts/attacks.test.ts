import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { countIn, inStore, refusalOf } from '../../../test/server/members.ts'
import { SoftwareAuthenticator } from '../../../test/server/software-authenticator.ts'
import { AdminPeople, AuditPage, PasskeyWish, WaysPage } from '../../protocol/accounts.ts'
import { OneMail, MailPage } from '../../protocol/mail.ts'

const HANA = { name: 'Hana', email: 'hana@example.org' }
const MEI = { name: 'Mei Tanaka', email: 'mei_t@example.org' }

async function admin(scene: Scene): Promise<Browser> {
  const browser = new Browser(scene)
  await browser.post(`/api${(await scene.setUp.path()) ?? ''}`, { ...HANA, password: PASSWORD })
  return browser
}

const idOf = async (browser: Browser) => (await browser.account()).account?.id ?? ''
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b)

test('[ACCOUNT-7] of two administrators who delete their accounts at the same time, one stays', async () => {
  const scene = await openScene()
  const [boss, other] = [await admin(scene), new Browser(scene)]
  await other.signUp(MEI)
  await boss.post(`/api/admin/people/${await idOf(other)}`, { role: 'admin' })
  const both = [boss, other].map(async (each) => await each.post('/api/account/delete', { password: PASSWORD }))
  expect(statuses(await Promise.all(both))).toEqual([204, 409])
  expect((await new Browser(scene).account()).isSetUp).toBe(true)
})

test('[ACCOUNT-11] of two presses that take the last ways to sign in away, one does', async () => {
  const scene = await openScene()
  const mei = new Browser(scene)
  await mei.signUp(MEI)
  const devices = [1, 2].map(() => new SoftwareAuthenticator('http://localhost:8080'))
  for (const [n, device] of devices.entries()) {
    const wish = v.parse(PasskeyWish, (await mei.post('/api/account/passkeys/begin')).body)
    await mei.post('/api/account/passkeys', { name: `Phone ${n}`, made: device.makes(wish) })
  }
  // As it is for who never had a password here.
  inStore(scene, "DELETE FROM identities WHERE providerId = 'credential'")
  const both = devices.map(async ({ id }) => await mei.post('/api/account/passkeys/remove', { id }))
  expect(statuses(await Promise.all(both))).toEqual([204, 409])
  expect(v.parse(WaysPage, (await mei.get('/api/account/ways')).body).passkeys).toHaveLength(1)
})

test('[ACCOUNT-3] [ACCOUNT-14] a new password makes void what was asked for by the old one', async () => {
  const scene = await openScene()
  const [boss, mei] = [await admin(scene), new Browser(scene)]
  await mei.signUp(MEI)
  const thief = new Browser(scene)
  await thief.signIn(MEI.email)
  await thief.post('/api/account/email', { email: 'thief@example.org', password: PASSWORD })
  await mei.post('/api/account/password', { current: PASSWORD, password: 'a new pass phrase' })
  const { mails } = v.parse(MailPage, (await boss.get('/api/admin/mails')).body)
  const linkTo = async (address: string) => {
    const mail = mails.find(({ to }) => to === address)
    const { body } = v.parse(OneMail, (await boss.get(`/api/admin/mails/${mail?.id}`)).body)
    return /http:\/\/localhost:8080(\/account\/\S+)/.exec(body?.text ?? '')?.[1] ?? ''
  }
  expect(refusalOf(await thief.post(`/api${await linkTo('thief@example.org')}`))).toBe('mail-link-void')
  expect((await mei.account()).account?.email).toBe(MEI.email)
  expect((await mei.post(`/api${await linkTo(MEI.email)}`)).status).toBe(204)
})

test('[ACCOUNT-7] who is looked for by signs that stand for others is found, and nobody else', async () => {
  const scene = await openScene()
  const [boss, mei, other] = [await admin(scene), new Browser(scene), new Browser(scene)]
  await mei.signUp(MEI)
  await other.signUp({ name: 'Åsa 100% Öberg', email: 'meixt@example.org' })
  const found = async (search: string) => {
    const query = new URLSearchParams({ search }).toString()
    const { people } = v.parse(AdminPeople, (await boss.get(`/api/admin/people?${query}`)).body)
    return people.map(({ email }) => email)
  }
  expect(await found('mei_t')).toEqual([MEI.email])
  expect(await found('100%')).toEqual(['meixt@example.org'])
  expect(await found('\\')).toEqual([])
  expect(await found('TANAKA')).toEqual([MEI.email])
})

test('[ACCOUNT-15] nobody is flooded by accounts that are made with their e-mail and deleted again', async () => {
  const scene = await openScene()
  const boss = await admin(scene)
  const sent = new Set<number>()
  for (let n = 0; n < 5; n += 1) {
    const squatter = new Browser(scene)
    await squatter.signUp(MEI)
    const { mails } = v.parse(MailPage, (await boss.get('/api/admin/mails')).body)
    for (const { id, to } of mails) if (to === MEI.email) sent.add(id)
    await squatter.post('/api/account/delete', { password: PASSWORD })
  }
  expect(sent.size).toBe(3)
})

test('[ACCOUNT-14] a name that is written as a page is text in the mail', async () => {
  const scene = await openScene()
  const boss = await admin(scene)
  await new Browser(scene).signUp({ name: '<img src=x onerror=alert(1)> {name} <b>', email: MEI.email })
  const { mails } = v.parse(MailPage, (await boss.get('/api/admin/mails')).body)
  const { body } = v.parse(OneMail, (await boss.get(`/api/admin/mails/${mails[0]?.id}`)).body)
  expect(body?.html).not.toMatch(/<img|<b>/)
  expect(body?.text).toContain('<img src=x onerror=alert(1)> {name} <b>')
})

test('[ACCOUNT-6] [ACCOUNT-8] of who deleted the account nothing is told any more but that there was one', async () => {
  const scene = await openScene()
  const [boss, mei] = [await admin(scene), new Browser(scene)]
  await mei.signUp({ name: 'Zebulon Quagmire', email: 'zebulon@quagmire.example' })
  await mei.post('/api/account/delete', { password: PASSWORD })
  const { acts } = v.parse(AuditPage, (await boss.get('/api/admin/audit')).body)
  expect(acts.map(({ act }) => act).slice(0, 2)).toEqual(['account-deleted', 'account-made'])
  const answers = [acts, (await boss.get('/api/admin/mails')).body, (await boss.get('/api/admin/people')).body]
  expect(JSON.stringify(answers).toLowerCase()).not.toMatch(/zebulon|quagmire/)
})

test('[ACCOUNT-3] nothing is kept of a browser in which the sign-in is over', async () => {
  const scene = await openScene()
  const mei = new Browser(scene)
  await mei.signUp(MEI)
  inStore(scene, "UPDATE signIns SET expiresAt = '2020-01-01T00:00:00.000Z'")
  await mei.signIn(MEI.email)
  expect(countIn(scene, 'SELECT count(*) AS n FROM signIns')).toBe(1)
})
