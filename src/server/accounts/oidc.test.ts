import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { openScene, type Answer, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { OidcForger, type Lie } from '../../../test/server/oidc-forger.ts'
import {
  oidcEnv,
  openOidcServer,
  signsInThere,
  type OidcServer,
  type Person,
} from '../../../test/server/oidc-server.ts'
import { AdminPeople, AuditPage, OidcBegun, WaysPage } from '../../protocol/accounts.ts'
import { MailPage } from '../../protocol/mail.ts'
import { RoomMade, RoomPage } from '../../protocol/http.ts'

const rostrum = () => 'http://localhost:8080'
const MEI = { name: 'Mei Tanaka', email: 'mei@example.org', email_verified: true, groups: ['staff', 'choir'] }

async function withProvider(people: Record<string, Person>): Promise<{ open: Scene; provider: OidcServer }> {
  const provider = await openOidcServer(people, rostrum)
  onTestFinished(async () => await provider.close())
  return { open: await openScene({ env: oidcEnv(provider.url) }), provider }
}

async function withForger(): Promise<{ open: Scene; forger: OidcForger }> {
  const forger = await OidcForger.open()
  onTestFinished(async () => await forger.close())
  return { open: await openScene({ env: oidcEnv(forger.url) }), forger }
}

async function begins(browser: Browser, link = false, to = '/'): Promise<string> {
  return v.parse(OidcBegun, (await browser.post('/api/account/oidc', { to, link })).body).to
}

const backTo = async (browser: Browser, back: URL) => await browser.get(`${back.pathname}${back.search}`)
const whither = ({ status, headers }: Answer) => `${status} ${headers.get('location') ?? ''}`

async function signsIn(browser: Browser, as: string, link = false): Promise<string> {
  return whither(await backTo(browser, await signsInThere(await begins(browser, link), as)))
}

const waysOf = async (browser: Browser) => v.parse(WaysPage, (await browser.get('/api/account/ways')).body)
const refusalOf = ({ body }: Answer) => v.parse(v.object({ refusal: v.string() }), body).refusal

test('[ACCOUNT-9] [ACCOUNT-12] who signs in by the provider has an account, with the groups of the last time', async () => {
  const { open, provider } = await withProvider({ m1: MEI })
  const browser = new Browser(open)
  expect((await browser.account()).provider).toBe('Harbour ID')
  expect(await signsIn(browser, 'm1')).toBe('302 /')
  expect((await browser.account()).account).toMatchObject({
    name: 'Mei Tanaka',
    email: 'mei@example.org',
    emailVerified: true,
    role: 'member',
  })
  expect(await waysOf(browser)).toEqual({
    password: false,
    provider: { name: 'Harbour ID', isLinked: true },
    groups: ['choir', 'staff'],
    passkeys: [],
  })
  provider.people['m1'] = { ...MEI, email: 'tanaka@example.org', groups: ['board'] }
  const phone = new Browser(open)
  expect(await signsIn(phone, 'm1')).toBe('302 /')
  expect((await phone.account()).account?.id).toBe((await browser.account()).account?.id)
  expect((await waysOf(phone)).groups).toEqual(['board'])
})

test('[ACCOUNT-12] [MEMBER-4] who is in another group since signing in again has its role at once, also where they are inside', async () => {
  const { open, provider } = await withProvider({ m1: { ...MEI, groups: [] } })
  const host = await open.creates({ mode: 'webinar' })
  const hana = { cookie: host.cookie }
  await open.post(`/api/rooms/${host.room}/members`, { kind: 'group', subject: 'staff', role: 'moderator' }, hana)
  const browser = new Browser(open)
  await signsIn(browser, 'm1')
  await browser.post(await open.link(host, 'viewer'), { name: 'Mei Tanaka' })
  const caller = await open.joins({ name: 'Mei Tanaka', room: host.room, cookie: browser.cookie })
  expect(await caller.asks({ type: 'setAccess', access: 'everyone' })).not.toBe('done')
  provider.people['m1'] = MEI
  await signsIn(new Browser(open), 'm1')
  expect(await caller.asks({ type: 'setAccess', access: 'everyone' })).toBe('done')
})

test('[ACCOUNT-9] two sign in for the first time at once, and are one account', async () => {
  const { open } = await withProvider({ m1: MEI })
  const browsers = [new Browser(open), new Browser(open)]
  expect(await Promise.all(browsers.map(async (browser) => await signsIn(browser, 'm1')))).toEqual(['302 /', '302 /'])
  const [one, other] = await Promise.all(browsers.map(async (browser) => (await browser.account()).account?.id))
  expect(one).toBe(other)
})

test('[ACCOUNT-4] [ACCOUNT-9] the guest’s places come along', async () => {
  const { open } = await withProvider({ m1: MEI })
  const browser = new Browser(open)
  const asked = { name: 'Harbour library', host: 'Mei Tanaka', mode: 'interactive' }
  const { room } = v.parse(RoomMade, (await browser.post('/api/rooms', asked)).body)
  await signsIn(browser, 'm1')
  const phone = new Browser(open)
  await signsIn(phone, 'm1')
  expect(v.parse(RoomPage, (await phone.get(`/api/rooms/${room}`)).body).you).toMatchObject({ role: 'host' })
})

test('[ACCOUNT-10] nobody comes into an account by an e-mail that either side is unsure of', async () => {
  const { open } = await withProvider({ m1: MEI, m2: { ...MEI, email_verified: false }, m3: { name: 'No mail' } })
  await new Browser(open).signUp({ name: 'Mei Tanaka', email: MEI.email })
  const browser = new Browser(open)
  expect(await signsIn(browser, 'm1')).toBe('302 /sign-in?fault=link-first')
  expect(await signsIn(browser, 'm2')).toBe('302 /sign-in?fault=link-first')
  expect(await signsIn(browser, 'm3')).toBe('302 /sign-in?fault=provider-no-email')
  expect((await browser.account()).account).toBeNull()
})

test('[ACCOUNT-10] an e-mail that nobody has makes an account, and is as sure as the provider', async () => {
  const { open } = await withProvider({
    m1: { ...MEI, email_verified: false },
    m2: MEI,
    m3: { email: 'm3@example.org' },
  })
  const browser = new Browser(open)
  expect(await signsIn(browser, 'm1')).toBe('302 /')
  expect((await browser.account()).account).toMatchObject({ emailVerified: false })
  const other = new Browser(open)
  expect(await signsIn(other, 'm2')).toBe('302 /sign-in?fault=link-first')
  expect(await signsIn(other, 'm3')).toBe('302 /')
  expect((await other.account()).account).toMatchObject({ name: 'm3', email: 'm3@example.org', emailVerified: false })
})

test('[ACCOUNT-14] an e-mail of which the provider is not sure is to be confirmed, in the browser’s language', async () => {
  const { open } = await withProvider({ m1: { ...MEI, email_verified: false } })
  const admin = new Browser(open)
  await admin.post(`/api${(await open.setUp.path()) ?? ''}`, {
    name: 'Hana',
    email: 'hana@example.org',
    password: PASSWORD,
  })
  const browser = new Browser(open)
  const begun = await browser.post('/api/account/oidc', { to: '/', link: false, language: 'de' })
  await backTo(browser, await signsInThere(v.parse(OidcBegun, begun.body).to, 'm1'))
  expect((await browser.account()).account).toMatchObject({ language: 'de', emailVerified: false })
  const { mails } = v.parse(MailPage, (await admin.get('/api/admin/mails')).body)
  expect(mails[0]).toMatchObject({ to: MEI.email, subject: 'Bestätigen Sie Ihre E-Mail-Adresse' })
})

test('[ACCOUNT-10] whoever has an e-mail at the provider after another does not come into that one’s account', async () => {
  const { open, provider } = await withProvider({ m1: MEI })
  await signsIn(new Browser(open), 'm1')
  provider.people['m2'] = MEI
  expect(await signsIn(new Browser(open), 'm2')).toBe('302 /sign-in?fault=link-first')
})

test('[ACCOUNT-11] who is signed in links the provider and unlinks it, and keeps one way to sign in', async () => {
  const { open } = await withProvider({ m1: MEI, h1: { email: 'hana@example.org', email_verified: true } })
  const browser = new Browser(open)
  await browser.signUp({ name: 'Mei Tanaka', email: MEI.email })
  expect(await signsIn(browser, 'm1', true)).toBe('302 /')
  expect(await waysOf(browser)).toMatchObject({
    password: true,
    provider: { isLinked: true },
    groups: ['choir', 'staff'],
  })
  expect(await signsIn(new Browser(open), 'm1')).toBe('302 /')
  const hana = new Browser(open)
  await signsIn(hana, 'h1')
  expect(await signsIn(hana, 'm1', true)).toBe('302 /account?fault=identity-taken')
  expect(refusalOf(await hana.post('/api/account/provider/unlink'))).toBe('last-way')
  expect((await browser.post('/api/account/provider/unlink')).status).toBe(204)
  expect(await waysOf(browser)).toMatchObject({ provider: { isLinked: false }, groups: [] })
  expect(await signsIn(new Browser(open), 'm1')).toBe('302 /sign-in?fault=link-first')
  expect(refusalOf(await new Browser(open).post('/api/account/oidc', { to: '/', link: true }))).toBe('sign-in-first')
})

test('[ACCOUNT-11] who signs out meanwhile links nothing', async () => {
  const { open } = await withProvider({ m1: MEI })
  const browser = new Browser(open)
  await browser.signUp({ name: 'Mei Tanaka', email: MEI.email })
  const back = await signsInThere(await begins(browser, true), 'm1')
  await browser.post('/api/account/sign-out')
  expect(whither(await backTo(browser, back))).toBe('302 /account?fault=sign-in-expired')
})

test('[ACCOUNT-7] [ACCOUNT-8] who was disabled does not come in by the provider, and the rest is written down', async () => {
  const { open } = await withProvider({ m1: MEI })
  const admin = new Browser(open)
  await admin.post(`/api${(await open.setUp.path()) ?? ''}`, {
    name: 'Hana',
    email: 'hana@example.org',
    password: PASSWORD,
  })
  const browser = new Browser(open)
  await signsIn(browser, 'm1')
  const { people } = v.parse(AdminPeople, (await admin.get('/api/admin/people?search=mei')).body)
  await admin.post(`/api/admin/people/${people[0]?.id}`, { isDisabled: true })
  expect(await signsIn(browser, 'm1')).toBe('302 /sign-in?fault=account-disabled')
  const { acts } = v.parse(AuditPage, (await admin.get('/api/admin/audit')).body)
  expect(acts.map(({ act }) => act)).toEqual([
    'account-disabled',
    'identity-linked',
    'account-made',
    'admin-made',
    'account-made',
  ])
})

test('[ACCOUNT-9] who says no at the provider reads so', async () => {
  const { open } = await withProvider({ m1: MEI })
  expect(await signsIn(new Browser(open), 'nobody')).toBe('302 /sign-in?fault=provider-denied')
})

test('[ACCOUNT-9] an answer is good once, in the browser that asked, and for ten minutes', async () => {
  const { open } = await withProvider({ m1: MEI })
  const browser = new Browser(open)
  const back = await signsInThere(await begins(browser), 'm1')
  expect(whither(await backTo(new Browser(open), back))).toBe('302 /sign-in?fault=sign-in-expired')
  const { cookie } = browser
  expect(whither(await backTo(browser, back))).toBe('302 /')
  const replayed = await open.get(`${back.pathname}${back.search}`, { cookie })
  expect(whither(replayed)).toBe('302 /sign-in?fault=sign-in-expired')
  const late = new Browser(open)
  const old = await signsInThere(await begins(late), 'm1')
  open.clock.turn(10 * 60_000)
  expect(whither(await backTo(late, old))).toBe('302 /sign-in?fault=sign-in-expired')
})

test('[ACCOUNT-9] the answer to one question is none to another', async () => {
  const { open } = await withProvider({ m1: MEI })
  const [mine, other] = [new Browser(open), new Browser(open)]
  const back = await signsInThere(await begins(mine), 'm1')
  await begins(other)
  expect(whither(await backTo(other, back))).toBe('302 /sign-in?fault=provider-untrusted')
  expect((await other.account()).account).toBeNull()
})

test('[ACCOUNT-9] nobody is sent to another site after signing in', async () => {
  const { open } = await withProvider({ m1: MEI })
  for (const to of [
    'https://evil.example',
    '//evil.example/x',
    '/\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
  ]) {
    const browser = new Browser(open)
    const back = await signsInThere(await begins(browser, false, to), 'm1')
    expect(whither(await backTo(browser, back))).toBe('302 /')
  }
})

test('[ACCOUNT-9] a provider that is down is said to be, and is asked again', async () => {
  const { open, provider } = await withProvider({ m1: MEI })
  await provider.close()
  const browser = new Browser(open)
  const answer = await browser.post('/api/account/oidc', { to: '/', link: false })
  expect(answer.status).toBe(503)
  expect(refusalOf(answer)).toBe('provider-away')
  const again = await openOidcServer({ m1: MEI }, rostrum, Number(new URL(provider.url).port))
  expect(await signsIn(browser, 'm1')).toBe('302 /')
  await again.close()
})

const now = () => Math.floor(Date.now() / 1_000)

test.each<[string, () => Lie, string]>([
  ['as it should be', () => ({}), '/'],
  ['by a clock that is half a minute ahead', () => ({ claims: { iat: now() + 30, nbf: now() + 30 } }), '/'],
  ['signed by a foreign key', () => ({ isForeign: true }), 'provider-untrusted'],
  ['not signed', () => ({ isUnsigned: true }), 'provider-untrusted'],
  ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } }), 'provider-untrusted'],
  ['for another client', () => ({ claims: { aud: 'another' } }), 'provider-untrusted'],
  ['that is old', () => ({ claims: { iat: now() - 900, exp: now() - 600 } }), 'provider-untrusted'],
  ['of the day after tomorrow', () => ({ claims: { nbf: now() + 172_800 } }), 'provider-untrusted'],
  ['that was given for another sign-in', () => ({ claims: { nonce: 'another' } }), 'provider-untrusted'],
  ['beside another’s e-mail', () => ({ userinfo: { sub: 'hana' } }), 'provider-untrusted'],
  [
    'that is no token',
    () => ({ status: 200, body: '{"access_token":"a","token_type":"Bearer","id_token":"x"}' }),
    'provider-untrusted',
  ],
  ['that is a page', () => ({ status: 200, body: '<html>' }), 'provider-untrusted'],
  ['instead of which it fails', () => ({ status: 503, body: '{"error":"busy"}' }), 'provider-away'],
  ['instead of which it fails with a page', () => ({ status: 502, body: '<html>' }), 'provider-away'],
  ['for a code that was used', () => ({ status: 400, body: '{"error":"invalid_grant"}' }), 'sign-in-expired'],
])('[ACCOUNT-9] a token %s', async (_what, lie, end) => {
  const { open, forger } = await withForger()
  const browser = new Browser(open)
  const back = forger.sendsBack(await begins(browser))
  forger.lie = lie()
  expect(whither(await backTo(browser, back))).toBe(end === '/' ? '302 /' : `302 /sign-in?fault=${end}`)
  expect((await browser.account()).account === null).toBe(end !== '/')
})

test('[ACCOUNT-17] [ACCOUNT-22] who is only sent on by a provider has not signed in just now', async () => {
  const { open, forger } = await withForger()
  const browser = new Browser(open)
  const comes = async (claims: object) => {
    const to = await begins(browser)
    forger.lie = { claims: { ...claims } }
    await backTo(browser, forger.sendsBack(to))
    return new URL(to).searchParams
  }
  const adds = async () => (await browser.post('/api/account/passkeys/begin')).status
  const seconds = open.clock.now() / 1_000
  expect((await comes({ auth_time: seconds - 3_600 })).get('prompt')).toBeNull()
  expect(await adds()).toBe(401)
  const asked = await comes({ auth_time: seconds })
  expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0'])
  expect(await adds()).toBe(200)
  // Some providers do not say when.
  open.clock.turn(11 * 60_000)
  expect(await adds()).toBe(401)
  await comes({})
  expect(await adds()).toBe(200)
})

test('[ACCOUNT-9] an address that the provider never sends leads to a sentence', async () => {
  const { open, forger } = await withForger()
  for (const query of [
    '',
    '?code=',
    `?x=${'y'.repeat(9_000)}`,
    '?error=temporarily_unavailable',
    '?state=%00&code=%ff',
  ]) {
    const browser = new Browser(open)
    forger.sendsBack(await begins(browser))
    expect(whither(await browser.get(`/api/account/oidc/callback${query}`))).toMatch(/^302 \/sign-in\?fault=provider-/)
  }
})
