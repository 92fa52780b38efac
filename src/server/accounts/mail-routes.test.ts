import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import { openScene, type Answer, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { Outbox } from '../../../test/server/outbox.ts'
import { SoftwareAuthenticator } from '../../../test/server/software-authenticator.ts'
import { PasskeyQuestion, PasskeyWish } from '../../protocol/accounts.ts'
import { RoomMade } from '../../protocol/http.ts'
import type { MailKind } from '../../protocol/mail.ts'

const MEI = { name: 'Mei Tanaka', email: 'mei@example.org' }
const NEW = 'a new pass phrase'

const refusalOf = ({ body }: Answer) => v.parse(v.object({ refusal: v.string() }), body).refusal

/** An administrator who reads the outbox. */
async function withOutbox() {
  const open = await openScene()
  const outbox = await Outbox.of(open)
  const mailsTo = async (to: string) => await outbox.kindsTo(to)
  const linkIn = async (to: string, kind: MailKind) => await outbox.linkIn(to, kind)
  return { open, admin: outbox.admin, mailsTo, linkIn }
}

async function signedUp(open: Scene, person = MEI): Promise<Browser> {
  const browser = new Browser(open)
  await browser.signUp(person)
  return browser
}

const isVerified = async (browser: Browser) => (await browser.account()).account?.emailVerified

test('[ACCOUNT-14] a new account is sent a mail, whose link confirms the e-mail by a press, once', async () => {
  const { open, linkIn } = await withOutbox()
  const mei = await signedUp(open)
  expect(await isVerified(mei)).toBe(false)
  const link = await linkIn(MEI.email, 'verify-email')
  await open.get(link)
  expect((await open.get(`/api${link}`)).status).toBe(404)
  expect(await isVerified(mei)).toBe(false)
  const phone = new Browser(open)
  expect(refusalOf(await phone.post(`/api${link}`))).toBe('sign-in-first')
  expect(await isVerified(mei)).toBe(false)
  await phone.signIn(MEI.email)
  expect((await phone.post(`/api${link}`)).status).toBe(204)
  expect(await isVerified(mei)).toBe(true)
  const again = await phone.post(`/api${link}`)
  expect([again.status, refusalOf(again)]).toEqual([410, 'mail-link-void'])
})

test('[ACCOUNT-14] [MEMBER-4] who confirms the e-mail inside has the role that was given to it at once', async () => {
  const { open, admin, linkIn } = await withOutbox()
  const made = await admin.post('/api/rooms', { name: 'Library', host: 'Hana', mode: 'webinar' })
  const { room } = v.parse(RoomMade, made.body)
  await admin.post(`/api/rooms/${room}/members`, { kind: 'email', subject: MEI.email, role: 'moderator' })
  const mei = await signedUp(open)
  await mei.post(await open.link({ name: 'Hana', room, cookie: admin.cookie }, 'viewer'), { name: MEI.name })
  const caller = await open.joins({ name: MEI.name, room, cookie: mei.cookie })
  expect(await caller.asks({ type: 'setAccess', access: 'everyone' })).not.toBe('done')
  await mei.post(`/api${await linkIn(MEI.email, 'verify-email')}`)
  expect(await caller.asks({ type: 'setAccess', access: 'everyone' })).toBe('done')
})

test('[ACCOUNT-14] the newest link confirms, for two days', async () => {
  const { open, linkIn, mailsTo } = await withOutbox()
  const mei = await signedUp(open)
  const first = await linkIn(MEI.email, 'verify-email')
  expect((await mei.post('/api/account/verify')).status).toBe(204)
  expect(await mailsTo(MEI.email)).toEqual(['verify-email', 'verify-email'])
  expect(refusalOf(await mei.post(`/api${first}`))).toBe('mail-link-void')
  const second = await vi.waitFor(async () => {
    const link = await linkIn(MEI.email, 'verify-email')
    expect(link).not.toBe(first)
    return link
  })
  open.clock.turn(48 * 3_600_000)
  expect(refusalOf(await mei.post(`/api${second}`))).toBe('mail-link-void')
  expect(await isVerified(mei)).toBe(false)
})

test('[ACCOUNT-15] who forgot the password chooses another by the mail, and is signed out everywhere', async () => {
  const { open, linkIn } = await withOutbox()
  const mei = await signedUp(open)
  const phone = new Browser(open)
  expect((await phone.post('/api/account/forgot', { email: 'MEI@example.org' })).status).toBe(204)
  const link = await linkIn(MEI.email, 'reset-password')
  expect(refusalOf(await phone.post(`/api${link}`, { password: 'short' }))).toBe('password-short')
  expect((await phone.post(`/api${link}`, { password: NEW })).status).toBe(204)
  expect((await mei.account()).account).toBeNull()
  expect(refusalOf(await phone.signIn(MEI.email))).toBe('wrong-password')
  expect((await phone.signIn(MEI.email, NEW)).status).toBe(204)
  expect(await isVerified(phone)).toBe(true)
  expect(refusalOf(await phone.post(`/api${link}`, { password: NEW }))).toBe('mail-link-void')
})

test('[ACCOUNT-15] the link for a new password works for an hour', async () => {
  const { open, linkIn } = await withOutbox()
  const mei = await signedUp(open)
  await mei.post('/api/account/forgot', { email: MEI.email })
  const link = await linkIn(MEI.email, 'reset-password')
  open.clock.turn(3_600_000)
  expect(refusalOf(await mei.post(`/api${link}`, { password: NEW }))).toBe('mail-link-void')
  expect((await mei.signIn(MEI.email)).status).toBe(204)
})

test('[ACCOUNT-3] [ACCOUNT-15] nobody learns who has an account, and nobody is flooded', async () => {
  const { open, mailsTo } = await withOutbox()
  await signedUp(open)
  const stranger = new Browser(open)
  const asks = async (email: string) => await stranger.post('/api/account/forgot', { email })
  const [known, unknown] = [await asks(MEI.email), await asks('nobody@example.org')]
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  for (let n = 0; n < 4; n += 1) await asks(MEI.email)
  expect(refusalOf(await asks(MEI.email))).toBe('too-fast')
  await vi.waitFor(async () => expect(await mailsTo(MEI.email)).toHaveLength(4))
  expect(await mailsTo('nobody@example.org')).toEqual([])
  expect(refusalOf(await asks('nobody'))).toBe('email-invalid')
})

test('[ACCOUNT-15] who signed up with another’s e-mail keeps no way in once its owner has chosen a password', async () => {
  const { open, linkIn } = await withOutbox()
  const squatter = await signedUp(open)
  const device = new SoftwareAuthenticator('http://localhost:8080')
  const wish = v.parse(PasskeyWish, (await squatter.post('/api/account/passkeys/begin')).body)
  await squatter.post('/api/account/passkeys', { name: 'Mine', made: device.makes(wish) })
  const owner = new Browser(open)
  await owner.post('/api/account/forgot', { email: MEI.email })
  await owner.post(`/api${await linkIn(MEI.email, 'reset-password')}`, { password: NEW })
  const question = v.parse(PasskeyQuestion, (await squatter.post('/api/account/passkey-sign-in/begin')).body)
  const used = await squatter.post('/api/account/passkey-sign-in', { used: device.uses(question) })
  expect(refusalOf(used)).toBe('passkey-unknown')
  expect((await owner.signIn(MEI.email, NEW)).status).toBe(204)
})

test('[ACCOUNT-14] a new e-mail is confirmed by the mail to it, and the old one is told', async () => {
  const { open, linkIn, mailsTo } = await withOutbox()
  const mei = await signedUp(open)
  const wish = { email: 'Tanaka@example.org', password: PASSWORD }
  expect(refusalOf(await mei.post('/api/account/email', { ...wish, password: 'wrong' }))).toBe('wrong-password')
  expect((await mei.post('/api/account/email', wish)).status).toBe(204)
  expect((await mei.account()).account?.email).toBe(MEI.email)
  const link = await linkIn('tanaka@example.org', 'change-email')
  expect(refusalOf(await new Browser(open).post(`/api${link}`))).toBe('sign-in-first')
  expect((await mei.post(`/api${link}`)).status).toBe(204)
  expect((await mei.account()).account).toMatchObject({ email: 'tanaka@example.org', emailVerified: true })
  expect(await mailsTo(MEI.email)).toEqual(['email-changed', 'verify-email'])
  expect((await new Browser(open).signIn('tanaka@example.org')).status).toBe(204)
  expect(refusalOf(await new Browser(open).signIn(MEI.email))).toBe('wrong-password')
})

test('[ACCOUNT-3] [ACCOUNT-14] the e-mail of another account is nobody’s to take, and who asks is not told', async () => {
  const { open, linkIn, mailsTo } = await withOutbox()
  const mei = await signedUp(open)
  expect((await mei.post('/api/account/email', { email: 'hana@example.org', password: PASSWORD })).status).toBe(204)
  expect(await mailsTo('hana@example.org')).toEqual(['verify-email'])
  await mei.post('/api/account/email', { email: 'sam@example.org', password: PASSWORD })
  const link = await linkIn('sam@example.org', 'change-email')
  await signedUp(open, { name: 'Sam Okoro', email: 'sam@example.org' })
  expect(refusalOf(await mei.post(`/api${link}`))).toBe('account-exists')
  expect((await mei.account()).account?.email).toBe(MEI.email)
})

test('[ACCOUNT-14] who is sent a link by somebody who used their e-mail confirms nothing for them', async () => {
  const { open, linkIn } = await withOutbox()
  const squatter = await signedUp(open, { name: 'Sam Okoro', email: 'sam@example.org' })
  await squatter.post('/api/account/email', { email: MEI.email, password: PASSWORD })
  const link = await linkIn(MEI.email, 'change-email')
  const mei = await signedUp(open)
  const pressed = await mei.post(`/api${link}`)
  expect([pressed.status, refusalOf(pressed)]).toEqual([403, 'mail-link-other'])
  expect((await squatter.account()).account?.email).toBe('sam@example.org')
})

test('[ACCOUNT-14] a link that somebody has made up does nothing', async () => {
  const { open } = await withOutbox()
  for (const path of ['verify', 'email', 'reset'])
    for (const token of ['x', 'x'.repeat(2_000), '%00', "'--"]) {
      const answer = await open.post(`/api/account/${path}/${encodeURIComponent(token)}`, { password: NEW })
      expect([400, 404, 410, 414]).toContain(answer.status)
    }
})
