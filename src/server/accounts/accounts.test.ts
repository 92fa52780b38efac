import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, kwame, mei } from '../../../test/rules/people.ts'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { AdminPeople, AuditPage, DeletionPage, SignedInPage } from '../../protocol/accounts.ts'
import { RoomMade, RoomPage } from '../../protocol/http.ts'

const HANA = { name: hana.name, email: 'hana@example.org' }
const MEI = { name: mei.name, email: 'mei@example.org' }
const PUBLIC = { ROSTRUM_URL: 'https://live.example.org' }
const ROOM = { name: 'Harbour library', host: hana.name, mode: 'interactive' }

async function scene(env?: Record<string, string>): Promise<[Scene, Browser]> {
  const open = await openScene(env ? { env } : {})
  return [open, new Browser(open)]
}

const refusalOf = ({ body }: { body: unknown }) => v.parse(v.object({ refusal: v.string() }), body).refusal

async function admin(open: Scene): Promise<Browser> {
  const browser = new Browser(open)
  await browser.post(`/api${(await open.setUp.path()) ?? ''}`, { ...HANA, password: PASSWORD })
  return browser
}

const makesRoom = async (browser: Browser) => v.parse(RoomMade, (await browser.post('/api/rooms', ROOM)).body).room
const youIn = async (browser: Browser, room: string) =>
  v.parse(RoomPage, (await browser.get(`/api/rooms/${room}`)).body).you

test('[ACCOUNT-1] the link of the first start makes one administrator, and nobody after', async () => {
  const [open, browser] = await scene()
  expect(await browser.account()).toEqual({ account: null, mayCreate: null, isSetUp: false, provider: null })
  const path = `/api${(await open.setUp.path()) ?? ''}`
  const others = await Promise.all(
    [HANA, MEI].map(async (who) => await new Browser(open).post(path, { ...who, password: PASSWORD })),
  )
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set([204, 410]))
  expect((await browser.account()).isSetUp).toBe(true)
  expect(refusalOf(await browser.post(path, { ...MEI, password: PASSWORD }))).toBe('set-up-already')
  expect(await open.setUp.path()).toBeNull()
})

test('[ACCOUNT-1] a link that somebody has made up makes nobody an administrator', async () => {
  const [, browser] = await scene()
  expect(refusalOf(await browser.post(`/api/setup/${'x'.repeat(22)}`, { ...HANA, password: PASSWORD }))).toBe(
    'link-unknown',
  )
  expect((await browser.account()).account).toBeNull()
})

test('[ACCOUNT-1] who is signed in already becomes the administrator by the link', async () => {
  const [open, browser] = await scene()
  await browser.signUp(HANA)
  expect((await browser.post(`/api${(await open.setUp.path()) ?? ''}`)).status).toBe(204)
  expect((await browser.account()).account).toMatchObject({ ...HANA, role: 'admin' })
})

test('[ACCOUNT-2] on this machine alone anybody creates rooms; elsewhere members do, wherever the request comes from', async () => {
  const [, here] = await scene()
  expect((await here.post('/api/rooms', ROOM)).status).toBe(201)
  const [, elsewhere] = await scene(PUBLIC)
  expect(await elsewhere.account()).toMatchObject({ mayCreate: 'sign-in-first' })
  expect(refusalOf(await elsewhere.post('/api/rooms', ROOM))).toBe('sign-in-first')
})

test('[ACCOUNT-2] members create rooms, or administrators alone, as the operator says', async () => {
  const [open, member] = await scene({ ROSTRUM_CREATE: 'members' })
  await member.signUp(MEI)
  expect((await member.post('/api/rooms', ROOM)).status).toBe(201)
  const [strict, other] = await scene({ ROSTRUM_CREATE: 'admins' })
  await other.signUp(MEI)
  expect(refusalOf(await other.post('/api/rooms', ROOM))).toBe('admins-only')
  expect((await (await admin(strict)).post('/api/rooms', ROOM)).status).toBe(201)
  expect(open.url).not.toBe(strict.url)
})

test('[ACCOUNT-3] an e-mail is one account, however it is written', async () => {
  const [open, browser] = await scene()
  await browser.signUp(HANA)
  expect(refusalOf(await new Browser(open).signUp({ name: 'Other', email: ' Hana@Example.ORG ' }))).toBe(
    'account-exists',
  )
  const again = new Browser(open)
  expect((await again.signIn('HANA@example.org')).status).toBe(204)
  expect((await again.account()).account).toMatchObject(HANA)
})

test.each([
  [{ ...MEI, email: 'nobody' }, 'email-invalid'],
  [{ ...MEI, email: `${'a'.repeat(300)}@example.org` }, 'email-invalid'],
  [{ ...MEI, email: 'mei@example.org\r\nBcc: all@example.org' }, 'email-invalid'],
  [{ ...MEI, password: 'short' }, 'password-short'],
  [{ ...MEI, password: 'x'.repeat(257) }, 'password-long'],
  [{ ...MEI, name: '  ' }, 'name-empty'],
  [{ ...MEI, name: 'n'.repeat(200) }, 'name-long'],
  [{ email: MEI.email }, 'bad-request'],
])('[ACCOUNT-3] no account is made of %j: %s', async (person, refusal) => {
  const [, browser] = await scene()
  expect(refusalOf(await browser.post('/api/account/sign-up', { password: PASSWORD, ...person }))).toBe(refusal)
  expect((await browser.account()).account).toBeNull()
})

test('[ACCOUNT-3] whoever guesses passwords is stopped, and whether there is an account is not told', async () => {
  const [open, browser] = await scene()
  await browser.signUp(HANA)
  const guesser = new Browser(open)
  expect(refusalOf(await guesser.signIn(MEI.email, 'wrong password'))).toBe('wrong-password')
  const answers: string[] = []
  for (let n = 0; n < 12; n += 1) answers.push(refusalOf(await guesser.signIn(HANA.email, `wrong password ${n}`)))
  expect(answers.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 'wrong-password'))
  expect(answers.at(-1)).toBe('too-fast')
  open.clock.turn(61_000)
  expect((await guesser.signIn(HANA.email)).status).toBe(204)
}, 30_000)

test('[ACCOUNT-4] an account takes its guest’s places along, and leaves nothing of itself when it signs out', async () => {
  const [open, browser] = await scene()
  const room = await makesRoom(browser)
  await browser.signUp(HANA)
  expect(await youIn(browser, room)).toMatchObject({ role: 'host' })
  const phone = new Browser(open)
  await phone.signIn(HANA.email)
  expect(await youIn(phone, room)).toMatchObject({ role: 'host' })
  await browser.post('/api/account/sign-out')
  expect(await youIn(browser, room)).toBeNull()
  expect((await browser.account()).account).toBeNull()
})

test('[ACCOUNT-4] of two places that an account has in a room it takes the higher', async () => {
  const [open, host] = await scene()
  const room = await makesRoom(host)
  const link = await open.link({ name: hana.name, room, cookie: host.cookie }, 'viewer')
  const phone = new Browser(open)
  await phone.signUp(HANA)
  await phone.post(link, { name: hana.name })
  expect(await youIn(phone, room)).toMatchObject({ role: 'participant' })
  await host.signIn(HANA.email)
  expect(await youIn(phone, room)).toMatchObject({ role: 'host' })
})

test('[ACCOUNT-5] a room made without an account is claimed into one, by its host alone and once', async () => {
  const [open, browser] = await scene()
  const room = await makesRoom(browser)
  const stranger = new Browser(open)
  await stranger.signUp(MEI)
  expect(refusalOf(await browser.post(`/api/rooms/${room}/claim`))).toBe('sign-in-first')
  expect(refusalOf(await stranger.post(`/api/rooms/${room}/claim`))).toBe('not-yours')
  await browser.signUp(HANA)
  expect((await browser.post(`/api/rooms/${room}/claim`)).status).toBe(204)
  expect(refusalOf(await browser.post(`/api/rooms/${room}/claim`))).toBe('already-claimed')
})

test('[ACCOUNT-6] who deletes the account is told which rooms go, and they do', async () => {
  const [open, browser] = await scene()
  await browser.signUp(HANA)
  const room = await makesRoom(browser)
  expect(v.parse(DeletionPage, (await browser.get('/api/account/deletion')).body).rooms).toEqual([
    { room, name: ROOM.name },
  ])
  expect(refusalOf(await browser.post('/api/account/delete', { password: 'not the password' }))).toBe('wrong-password')
  expect((await browser.post('/api/account/delete', { password: PASSWORD })).status).toBe(204)
  expect((await browser.account()).account).toBeNull()
  expect((await open.get(`/api/rooms/${room}`)).status).toBe(404)
  expect(refusalOf(await browser.signIn(HANA.email))).toBe('wrong-password')
})

test('[ACCOUNT-3] a new password signs all other browsers out, and so does *everywhere*', async () => {
  const [open, browser] = await scene()
  await browser.signUp(HANA)
  const phone = new Browser(open)
  await phone.signIn(HANA.email)
  const { signIns } = v.parse(SignedInPage, (await browser.get('/api/account/sign-ins')).body)
  expect(new Set(signIns.map(({ isThis }) => isThis))).toEqual(new Set([false, true]))
  expect(
    refusalOf(await browser.post('/api/account/password', { current: 'wrong one', password: 'a new password' })),
  ).toBe('wrong-password')
  expect((await browser.post('/api/account/password', { current: PASSWORD, password: 'a new password' })).status).toBe(
    204,
  )
  expect((await phone.account()).account).toBeNull()
  expect((await browser.account()).account).toMatchObject(HANA)
  await phone.signIn(HANA.email, 'a new password')
  await browser.post('/api/account/sign-out-everywhere')
  expect((await phone.account()).account).toBeNull()
  expect((await browser.account()).account).toBeNull()
})

test('[ACCOUNT-3] one browser is signed out from another', async () => {
  const [open, browser] = await scene()
  await browser.signUp(HANA)
  const [phone, stranger] = [new Browser(open), new Browser(open)]
  await phone.signIn(HANA.email)
  await stranger.signUp(MEI)
  const { signIns } = v.parse(SignedInPage, (await browser.get('/api/account/sign-ins')).body)
  const other = signIns.find(({ isThis }) => !isThis)?.id ?? ''
  await stranger.post(`/api/account/sign-ins/${other}/end`)
  expect((await phone.account()).account).toMatchObject(HANA)
  await browser.post(`/api/account/sign-ins/${other}/end`)
  expect((await phone.account()).account).toBeNull()
})

test('[ACCOUNT-3] what somebody says of themselves is kept, and what cannot be is refused', async () => {
  const [, browser] = await scene()
  await browser.signUp(HANA)
  const profile = { name: 'Hana W.', language: 'de', timeZone: 'Europe/Berlin' }
  expect((await browser.post('/api/account/profile', profile)).status).toBe(204)
  expect((await browser.account()).account).toMatchObject(profile)
  expect(refusalOf(await browser.post('/api/account/profile', { ...profile, timeZone: 'Mars/Olympus' }))).toBe(
    'bad-request',
  )
  expect(refusalOf(await browser.post('/api/account/profile', { ...profile, name: '' }))).toBe('name-empty')
})

test('[ACCOUNT-7] an administrator disables an account, which is out at once, and lets it in again', async () => {
  const [open, member] = await scene()
  const boss = await admin(open)
  await member.signUp(MEI)
  const { people } = v.parse(AdminPeople, (await boss.get('/api/admin/people?search=mei@')).body)
  expect(people).toMatchObject([{ ...MEI, role: 'member', isDisabled: false, rooms: 0 }])
  const path = `/api/admin/people/${people[0]?.id ?? ''}`
  expect((await boss.post(path, { isDisabled: true })).status).toBe(204)
  expect((await member.account()).account).toBeNull()
  expect(refusalOf(await member.signIn(MEI.email))).toBe('account-disabled')
  await boss.post(path, { isDisabled: false })
  expect((await member.signIn(MEI.email)).status).toBe(204)
  const { acts } = v.parse(AuditPage, (await boss.get('/api/admin/audit')).body)
  expect(acts.map(({ act, by, about }) => [act, by, about])).toEqual([
    ['account-enabled', hana.name, mei.name],
    ['account-disabled', hana.name, mei.name],
    ['account-made', mei.name, mei.name],
    ['admin-made', hana.name, null],
    ['account-made', hana.name, hana.name],
  ])
})

test('[ACCOUNT-7] the last administrator stays one', async () => {
  const [open, member] = await scene()
  const boss = await admin(open)
  await member.signUp(MEI)
  const own = (await boss.account()).account?.id ?? ''
  const other = (await member.account()).account?.id ?? ''
  for (const change of [{ role: 'member' }, { isDisabled: true }])
    expect(refusalOf(await boss.post(`/api/admin/people/${own}`, change))).toBe('last-admin')
  expect(refusalOf(await boss.post('/api/account/delete', { password: PASSWORD }))).toBe('last-admin')
  await boss.post(`/api/admin/people/${other}`, { role: 'admin' })
  // Of two who take each other down at the same time, one stays.
  const [one, two] = await Promise.all([
    boss.post(`/api/admin/people/${other}`, { role: 'member' }),
    member.post(`/api/admin/people/${own}`, { role: 'member' }),
  ])
  expect([one.status, two.status].filter((status) => status === 204)).toHaveLength(1)
})

test('[ACCOUNT-7] nobody but administrators is told who has an account, or changes one', async () => {
  const [open, member] = await scene()
  await admin(open)
  await member.signUp(MEI)
  const { account } = await member.account()
  const stranger = new Browser(open)
  for (const [browser, refusal] of [
    [member, 'admins-only'],
    [stranger, 'sign-in-first'],
  ] as const) {
    for (const path of ['people', 'audit']) {
      const answer = await browser.get(`/api/admin/${path}`)
      expect(refusalOf(answer)).toBe(refusal)
      expect(JSON.stringify(answer.body)).not.toContain('@')
    }
    for (const path of ['', '/hand-over'])
      expect(refusalOf(await browser.post(`/api/admin/people/${account?.id ?? ''}${path}`, { role: 'admin' }))).toBe(
        refusal,
      )
  }
  for (const path of ['sign-ins', 'deletion'])
    expect(refusalOf(await stranger.get(`/api/account/${path}`))).toBe('sign-in-first')
  for (const path of ['profile', 'password', 'sign-ins/x/end', 'sign-out-everywhere', 'delete'])
    expect(refusalOf(await stranger.post(`/api/account/${path}`, {}))).toBe('sign-in-first')
})

test('[ACCOUNT-3] a sign-in that somebody has forged or ended is nobody’s', async () => {
  const [open, browser] = await scene()
  await browser.signUp({ name: kwame.name, email: 'kwame@example.org' })
  const stolen = browser.cookie
  const [token = ''] = /rostrum\.session_token=[^;]+/.exec(stolen) ?? []
  const forged = token.replace(/=(.)/, (_all, letter: string) => `=${letter === 'a' ? 'b' : 'a'}`)
  for (const cookie of [
    forged,
    'rostrum.session_token=',
    'rostrum.session_token=%00',
    `rostrum.session_token=${'x'.repeat(5_000)}`,
  ]) {
    const { body } = await open.get('/api/account', { cookie })
    expect(body).toMatchObject({ account: null })
  }
  await browser.post('/api/account/sign-out')
  expect((await open.get('/api/account', { cookie: stolen })).body).toMatchObject({ account: null })
})
