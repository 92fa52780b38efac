import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, test, vi } from 'vitest'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { handClock } from '../../../test/server/manual-clock.ts'
import { invitesOne, listed, pathOf } from '../../../test/server/invites.ts'
import { countIn, refusalOf } from '../../../test/server/members.ts'
import { Outbox } from '../../../test/server/outbox.ts'
import { MAILS, Tries } from './tries.ts'

const MEI = { name: 'Mei Tanaka', email: 'mei@example.org' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const YEAR = 365 * 24 * HOUR

const from = (ip: string) => ({ ip }) as FastifyRequest

/** A reply that only remembers its headers. */
function noted() {
  const headers: Record<string, unknown> = {}
  const reply = { header: (name: string, value: unknown) => void (headers[name] = value) }
  return { headers, reply: reply as unknown as FastifyReply }
}

/** Tries to sign in from an address, as a proxy tells of it. */
async function signsIn(scene: Scene, ip: string, password: string) {
  const answer = await fetch(`${scene.url}/api/account/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: scene.url, 'x-forwarded-for': ip },
    body: JSON.stringify({ email: MEI.email, password }),
  })
  return { status: answer.status, wait: answer.headers.get('retry-after') }
}

test('[ACCOUNT-3] a thousand guesses from one address are ten, and the right password works from another', async () => {
  const scene = await openScene({ env: { ROSTRUM_TRUST_PROXY: '127.0.0.1' } })
  await new Browser(scene).signUp(MEI)
  const count = new Map<number, number>()
  for (let n = 0; n < 1_000; n += 1) {
    const { status } = await signsIn(scene, '192.0.2.1', `wrong password ${n}`)
    count.set(status, (count.get(status) ?? 0) + 1)
  }
  expect(count).toEqual(
    new Map([
      [403, 10],
      [429, 990],
    ]),
  )
  expect(await signsIn(scene, '192.0.2.1', PASSWORD)).toMatchObject({ status: 429 })
  expect(await signsIn(scene, '198.51.100.7', PASSWORD)).toMatchObject({ status: 204 })
  scene.clock.turn(2 * MINUTE)
  expect(await signsIn(scene, '192.0.2.1', PASSWORD)).toMatchObject({ status: 204 })
}, 60_000)

test('[ACCOUNT-3] who has tried too often is told how long to wait, in seconds', async () => {
  const scene = await openScene({ env: { ROSTRUM_TRUST_PROXY: '127.0.0.1' } })
  for (let n = 0; n < 10; n += 1) await signsIn(scene, '192.0.2.1', 'wrong password')
  expect(await signsIn(scene, '192.0.2.1', 'wrong password')).toEqual({ status: 429, wait: '60' })
  scene.clock.turn(45_000)
  expect(await signsIn(scene, '192.0.2.1', 'wrong password')).toEqual({ status: 429, wait: '15' })
}, 30_000)

test('[ACCOUNT-3] one network tries sixty accounts, and all networks together one account three hundred times', () => {
  const clock = handClock()
  const tries = new Tries(clock)
  const ofOne = Array.from({ length: 100 }, (_, n) => tries.take(from('192.0.2.1'), `${n}@example.org`))
  expect(ofOne.filter(Boolean)).toHaveLength(60)
  const ofMany = Array.from({ length: 1_000 }, (_, n) => tries.take(from(`198.51.${n % 200}.1`), MEI.email))
  expect(ofMany.filter(Boolean)).toHaveLength(300)
  const { headers, reply } = noted()
  expect(tries.take(from('203.0.113.9'), MEI.email, reply)).toBe(false)
  expect(headers).toEqual({ 'retry-after': 6 })
  clock.turn(6_000)
  expect(tries.take(from('203.0.113.9'), MEI.email)).toBe(true)
  // One subscriber has all addresses that begin so.
  const ofSubscriber = Array.from({ length: 20 }, (_, n) => tries.take(from(`2001:db8:1:2::${n}`), 'sam@example.org'))
  expect(ofSubscriber.filter(Boolean)).toHaveLength(10)
})

test('[ACCOUNT-15] mails to one address are counted wherever they are asked for', () => {
  const clock = handClock()
  const mails = new Tries(clock, MAILS)
  const asked = Array.from({ length: 20 }, (_, n) => mails.take(from(`198.51.${n}.1`), MEI.email))
  expect(asked.filter(Boolean)).toHaveLength(3)
  clock.turn(10 * MINUTE)
  expect(mails.take(from('203.0.113.9'), MEI.email)).toBe(true)
})

test('[ACCOUNT-20] a clock that is set, back or on, makes nobody wait longer', () => {
  for (const by of [-YEAR, YEAR]) {
    const clock = handClock()
    const tries = new Tries(clock)
    for (let n = 0; n < 20; n += 1) tries.take(from('192.0.2.1'), MEI.email)
    clock.set(by)
    expect(tries.take(from('192.0.2.1'), MEI.email)).toBe(false)
    clock.turn(MINUTE)
    expect(tries.take(from('192.0.2.1'), MEI.email)).toBe(true)
  }
})

test('[ACCOUNT-20] a clock that is set back makes no link in a mail good again, and new ones work', async () => {
  const scene = await openScene()
  const outbox = await Outbox.of(scene)
  const mei = new Browser(scene)
  await mei.signUp(MEI)
  await mei.post('/api/account/email', { email: 'tanaka@example.org', password: PASSWORD })
  await mei.post('/api/account/forgot', { email: MEI.email })
  const links = [
    await outbox.linkIn(MEI.email, 'verify-email'),
    await outbox.linkIn('tanaka@example.org', 'change-email'),
    await outbox.linkIn(MEI.email, 'reset-password'),
  ]
  scene.clock.turn(48 * HOUR + MINUTE)
  scene.clock.set(-72 * HOUR)
  for (const link of links)
    expect(refusalOf(await mei.post(`/api${link}`, { password: 'a new pass phrase' })), link).toBe('mail-link-void')
  expect((await mei.account()).account).toMatchObject({ email: MEI.email, emailVerified: false })
  await mei.post('/api/account/verify')
  expect((await mei.post(`/api${await outbox.linkIn(MEI.email, 'verify-email')}`)).status).toBe(204)
})

test('[ACCOUNT-1] [ACCOUNT-20] the link that made the administrator makes no other, whatever the clock says', async () => {
  const scene = await openScene()
  const path = `/api${(await scene.setUp.path()) ?? ''}`
  await new Browser(scene).post(path, { ...MEI, password: PASSWORD })
  scene.clock.set(-YEAR)
  const other = await new Browser(scene).post(path, { name: 'Sam', email: 'sam@example.org', password: PASSWORD })
  expect(refusalOf(other)).toBe('set-up-already')
})

test('[LINK-6] [ACCOUNT-20] an invitation that is over stays so when the clock is set back', async () => {
  const scene = await openScene()
  const host = await scene.creates({ mode: 'webinar' })
  const invite = await invitesOne(scene, host, { lasts: 24 * HOUR })
  // A clock that goes on by more than a day at once is not believed.
  const believed = () => countIn(scene, "SELECT value AS n FROM retention WHERE name = 'clockAt'")
  for (const wait of [12 * HOUR, 13 * HOUR]) {
    scene.clock.turn(wait)
    await vi.waitFor(() => expect(believed()).toBe(scene.clock.now()), 5_000)
  }
  await vi.waitFor(() => expect(countIn(scene, 'SELECT count(overAt) AS n FROM invitations')).toBe(1), 5_000)
  scene.clock.set(-20 * HOUR)
  expect(refusalOf(await scene.get(pathOf(invite)))).toBe('link-expired')
  const [row] = await listed(scene, host)
  expect(row?.state).toBe('expired')
})
