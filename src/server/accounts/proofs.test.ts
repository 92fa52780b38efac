import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newFolder, openScene, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { account, makesRoom, refusalOf, roleIn } from '../../../test/server/members.ts'
import { Outbox } from '../../../test/server/outbox.ts'
import { SignedInPage } from '../../protocol/accounts.ts'
import { RoomMade } from '../../protocol/http.ts'

const MEI = { name: 'Mei Tanaka', email: 'mei@example.org' }
const MINUTE = 60_000
// A close by which a page comes back by itself.
const COMES_AGAIN = 1012

const idOf = async (browser: Browser) => (await browser.account()).account?.id ?? ''

test('[ACCOUNT-17] a browser that was left open adds, removes and unlinks nothing after ten minutes', async () => {
  const open = await openScene()
  const mei = new Browser(open)
  await mei.signUp(MEI)
  open.clock.turn(10 * MINUTE)
  expect((await mei.post('/api/account/passkeys/begin')).status).toBe(200)
  open.clock.turn(1)
  for (const path of ['passkeys/begin', 'provider/unlink'])
    expect(refusalOf(await mei.post(`/api/account/${path}`)), path).toBe('sign-in-again')
  expect(refusalOf(await mei.post('/api/account/passkeys/remove', { id: 'any' }))).toBe('sign-in-again')
  // Nor where the clock is set back, until somebody signs in by it.
  open.clock.set(-60 * MINUTE)
  expect(refusalOf(await mei.post('/api/account/passkeys/begin'))).toBe('sign-in-again')
  await mei.signIn(MEI.email)
  expect((await mei.post('/api/account/passkeys/begin')).status).toBe(200)
})

test('[ACCOUNT-17] who has no password deletes the account only after signing in just now', async () => {
  const folder = newFolder()
  const open = await openScene({ folder })
  const mei = new Browser(open)
  await mei.signUp(MEI)
  const file = new DatabaseSync(join(folder, 'rostrum.db'))
  file.exec('DELETE FROM identities')
  file.close()
  open.clock.turn(11 * MINUTE)
  expect(refusalOf(await mei.post('/api/account/delete', { password: '' }))).toBe('sign-in-again')
  expect(refusalOf(await mei.post('/api/account/email', { email: 'tanaka@example.org', password: '' }))).toBe(
    'sign-in-again',
  )
  expect((await mei.account()).account).not.toBeNull()
})

test('[ACCOUNT-17] a browser that was left open makes no administrator and hands no room over', async () => {
  const open = await openScene()
  const { admin } = await Outbox.of(open)
  const [mei, other] = [await account(open, { name: 'Mei' }), await account(open, { name: 'Kwame' })]
  const room = await makesRoom(mei)
  const [from, to] = [await idOf(mei), await idOf(other)]
  open.clock.turn(11 * MINUTE)
  const gives = async () => [
    await admin.post(`/api/admin/people/${to}`, { role: 'admin' }),
    await admin.post(`/api/admin/people/${from}/hand-over`, { to }),
    await mei.post(`/api/rooms/${room}/hand-over`, { email: 'kwame@example.org' }),
  ]
  expect((await gives()).map(refusalOf)).toEqual(Array.from({ length: 3 }, () => 'sign-in-again'))
  expect(await roleIn(mei, room)).toBe('host')
  // Whom somebody has taken the browser from is shut out at once.
  expect((await admin.post(`/api/admin/people/${to}`, { isDisabled: true })).status).toBe(204)
  expect((await admin.post(`/api/admin/people/${to}`, { isDisabled: false })).status).toBe(204)
  await admin.signIn('hana@example.org')
  await mei.signIn('mei@example.org')
  expect((await gives()).map(({ status }) => status)).toEqual([204, 204, 403])
  expect(await roleIn(other, room)).toBe(null)
  await other.signIn('kwame@example.org')
  expect(await roleIn(other, room)).toBe('host')
})

/** Two browsers of one account, the first of which is in a session. */
async function twoBrowsers(open: Scene) {
  const here = new Browser(open)
  await here.signUp(MEI)
  const there = new Browser(open)
  await there.signIn(MEI.email)
  const { room } = v.parse(
    RoomMade,
    (await here.post('/api/rooms', { name: 'Library', host: 'Mei', mode: 'webinar' })).body,
  )
  const comes = async () => await open.joins({ name: 'Mei Tanaka', room, cookie: here.cookie })
  return { here, there, room, comes }
}

const signIns = async (browser: Browser) => {
  const page = v.parse(SignedInPage, (await browser.get('/api/account/sign-ins')).body)
  return page.signIns
}

test('[ACCOUNT-18] whatever signs a browser out takes it out of the rooms that it is in', async () => {
  const ways: Record<string, (of: Awaited<ReturnType<typeof twoBrowsers>>) => Promise<unknown>> = {
    'out there': async ({ there }) => {
      const other = (await signIns(there)).find(({ isThis }) => !isThis)
      return await there.post(`/api/account/sign-ins/${other?.id}/end`)
    },
    'out everywhere': async ({ there }) => await there.post('/api/account/sign-out-everywhere'),
    'out here': async ({ here }) => await here.post('/api/account/sign-out'),
    'by a new password': async ({ there }) =>
      await there.post('/api/account/password', { current: PASSWORD, password: 'another horse battery' }),
  }
  for (const [way, signsOut] of Object.entries(ways)) {
    const open = await openScene()
    const both = await twoBrowsers(open)
    const caller = await both.comes()
    await signsOut(both)
    expect((await caller.closed).code, way).toBe(COMES_AGAIN)
    await expect(both.comes(), way).rejects.toThrow('no-entry')
  }
})

test('[ACCOUNT-18] who is still signed in comes in again', async () => {
  const open = await openScene()
  const both = await twoBrowsers(open)
  const caller = await both.comes()
  await both.there.post('/api/account/sign-out')
  expect((await caller.closed).code).toBe(COMES_AGAIN)
  await expect(both.comes()).resolves.toBeDefined()
})

/** What the media engine would let somebody do there. */
const grantOf = (open: Scene, person: string) => {
  const [session = ''] = open.media.sessions
  return open.media.reports.wanted(session, person)
}

test('[ACCOUNT-18] who is signed out is cut from the media, and let in there only after coming in again', async () => {
  const open = await openScene()
  const both = await twoBrowsers(open)
  const caller = await both.comes()
  const { id } = (await caller.frame('welcome')).you
  expect(grantOf(open, id)).not.toBeNull()
  // The one that stays signed in comes back with what it had.
  await both.there.post('/api/account/sign-out')
  await caller.closed
  expect(grantOf(open, id)).toBeNull()
  const again = await both.comes()
  expect(grantOf(open, id)).not.toBeNull()
  await both.here.post('/api/account/sign-out')
  await again.closed
  expect(grantOf(open, id)).toBeNull()
  await expect(both.comes()).rejects.toThrow('no-entry')
  expect(grantOf(open, id)).toBeNull()
})

test('[ACCOUNT-18] a connection that was opened before and says nothing yet is closed with the others', async () => {
  const open = await openScene()
  const both = await twoBrowsers(open)
  const caller = await both.comes()
  const kept = await open.opens(both.room, { cookie: both.here.cookie })
  await both.here.post('/api/account/sign-out')
  expect((await caller.closed).code).toBe(COMES_AGAIN)
  expect((await kept.closed).code).toBe(COMES_AGAIN)
})
