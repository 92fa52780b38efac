import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openScene, type Answer, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { SoftwareAuthenticator } from '../../../test/server/software-authenticator.ts'
import { AdminPeople, PasskeyQuestion, PasskeyWish, WaysPage } from '../../protocol/accounts.ts'

const ORIGIN = 'http://localhost:8080'
const MEI = { name: 'Mei Tanaka', email: 'mei@example.org' }

const refusalOf = ({ body }: Answer) => v.parse(v.object({ refusal: v.string() }), body).refusal
const wish = async (browser: Browser) => v.parse(PasskeyWish, (await browser.post('/api/account/passkeys/begin')).body)
const question = async (browser: Browser) =>
  v.parse(PasskeyQuestion, (await browser.post('/api/account/passkey-sign-in/begin')).body)
const passkeysOf = async (browser: Browser) => v.parse(WaysPage, (await browser.get('/api/account/ways')).body).passkeys

async function adds(browser: Browser, device: SoftwareAuthenticator, name = 'Phone'): Promise<Answer> {
  return await browser.post('/api/account/passkeys', { name, made: device.makes(await wish(browser)) })
}

async function signsIn(browser: Browser, device: SoftwareAuthenticator): Promise<Answer> {
  return await browser.post('/api/account/passkey-sign-in', { used: device.uses(await question(browser)) })
}

async function withPasskey(): Promise<{ open: Scene; mei: Browser; device: SoftwareAuthenticator }> {
  const open = await openScene()
  const mei = new Browser(open)
  await mei.signUp(MEI)
  const device = new SoftwareAuthenticator(ORIGIN)
  expect((await adds(mei, device)).status).toBe(204)
  return { open, mei, device }
}

test('[ACCOUNT-13] a passkey signs in on another browser, is seen, and is removed', async () => {
  const { open, mei, device } = await withPasskey()
  expect(await passkeysOf(mei)).toMatchObject([{ id: device.id, name: 'Phone', usedAt: null }])
  const elsewhere = new Browser(open)
  expect((await signsIn(elsewhere, device)).status).toBe(204)
  expect((await elsewhere.account()).account).toMatchObject(MEI)
  expect((await passkeysOf(mei))[0]?.usedAt).toBe(open.clock.now())
  expect((await mei.post('/api/account/passkeys/remove', { id: device.id })).status).toBe(204)
  expect(refusalOf(await signsIn(new Browser(open), device))).toBe('passkey-unknown')
})

test('[ACCOUNT-13] what a device said is good once, and for five minutes', async () => {
  const { open, device } = await withPasskey()
  const browser = new Browser(open)
  const used = device.uses(await question(browser))
  expect((await browser.post('/api/account/passkey-sign-in', { used })).status).toBe(204)
  expect(refusalOf(await new Browser(open).post('/api/account/passkey-sign-in', { used }))).toBe('passkey-unknown')
  const late = device.uses(await question(browser))
  open.clock.turn(5 * 60_000)
  expect(refusalOf(await new Browser(open).post('/api/account/passkey-sign-in', { used: late }))).toBe(
    'passkey-unknown',
  )
})

test('[ACCOUNT-13] what was said to another site, without the person, by another device or by a copy opens nothing', async () => {
  const { open, device } = await withPasskey()
  const fails = async (by: SoftwareAuthenticator) => refusalOf(await signsIn(new Browser(open), by))
  device.origin = 'https://evil.example'
  expect(await fails(device)).toBe('passkey-unknown')
  device.origin = ORIGIN
  device.verifies = false
  expect(await fails(device)).toBe('passkey-unknown')
  device.verifies = true
  expect(await fails(Object.assign(new SoftwareAuthenticator(ORIGIN), { id: device.id }))).toBe('passkey-unknown')
  device.counter = 7
  expect((await signsIn(new Browser(open), device)).status).toBe(204)
  device.counter = 3
  expect(await fails(device)).toBe('passkey-unknown')
})

test('[ACCOUNT-13] nobody adds a passkey to another’s account, or by a question of signing in', async () => {
  const { open, mei } = await withPasskey()
  const hana = new Browser(open)
  await hana.signUp({ name: 'Hana Weber', email: 'hana@example.org' })
  const device = new SoftwareAuthenticator(ORIGIN)
  const forMei = device.makes(await wish(mei))
  expect(refusalOf(await hana.post('/api/account/passkeys', { name: 'Phone', made: forMei }))).toBe('passkey-unknown')
  const asked = await wish(hana)
  const byQuestion = device.makes({ ...asked, challenge: (await question(hana)).challenge })
  expect(refusalOf(await hana.post('/api/account/passkeys', { name: 'Phone', made: byQuestion }))).toBe(
    'passkey-unknown',
  )
  expect(refusalOf(await new Browser(open).post('/api/account/passkeys/begin'))).toBe('sign-in-first')
})

test('[ACCOUNT-11] [ACCOUNT-13] a passkey is one account’s, and has a name', async () => {
  const { open, mei, device } = await withPasskey()
  const hana = new Browser(open)
  await hana.signUp({ name: 'Hana Weber', email: 'hana@example.org' })
  expect(refusalOf(await adds(hana, device))).toBe('passkey-unknown')
  expect(refusalOf(await adds(mei, new SoftwareAuthenticator(ORIGIN), ' '))).toBe('name-empty')
  await hana.post('/api/account/passkeys/remove', { id: device.id })
  expect(await passkeysOf(mei)).toHaveLength(1)
})

test('[ACCOUNT-7] [ACCOUNT-13] who was disabled does not come in by a passkey', async () => {
  const { open, device } = await withPasskey()
  const admin = new Browser(open)
  await admin.post(`/api${(await open.setUp.path()) ?? ''}`, {
    name: 'Hana',
    email: 'hana@example.org',
    password: PASSWORD,
  })
  const { people } = v.parse(AdminPeople, (await admin.get('/api/admin/people?search=mei')).body)
  await admin.post(`/api/admin/people/${people[0]?.id}`, { isDisabled: true })
  expect(refusalOf(await signsIn(new Browser(open), device))).toBe('account-disabled')
})

test('[ACCOUNT-13] what no device says is refused', async () => {
  const { open, mei } = await withPasskey()
  const key = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' }
  const bad: [string, unknown][] = [
    ['passkeys', { name: 'x', made: { ...key, response: { clientDataJSON: 'e30', attestationObject: '' } } }],
    ['passkeys', { name: 'x', made: { ...key, response: { clientDataJSON: '%', attestationObject: 'gA' } } }],
    ['passkeys', { name: 'x', made: { ...key, id: 'x'.repeat(7_001) } }],
    ['passkey-sign-in', { used: { ...key, response: { clientDataJSON: '', authenticatorData: '', signature: '' } } }],
    ['passkey-sign-in', { used: 7 }],
    ['passkeys/remove', {}],
  ]
  for (const [path, body] of bad)
    expect((await mei.post(`/api/account/${path}`, body)).status, path).toSatisfy(
      (status: number) => status === 400 || status === 403,
    )
  expect((await new Browser(open).account()).account).toBeNull()
})
