import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, kwame, mei, noor } from '../../../../test/rules/people.ts'
import { openScene, refused, type Answer, type Scene } from '../../../../test/server/app-server.ts'
import { Browser } from '../../../../test/server/browser.ts'
import { RoomMade } from '../../../protocol/http.ts'
import { CalendarFeed, RoomDetails } from '../../../protocol/rooms.ts'

async function signedUp(scene: Scene, { name }: { name: string }): Promise<Browser> {
  const browser = new Browser(scene)
  await browser.signUp({ name, email: `${name.split(' ')[0]?.toLowerCase()}@secret.example` })
  return browser
}

/** A room that is held on a day, or always. */
async function makes(host: Browser, name: string, start: string | null): Promise<string> {
  const made = await host.post('/api/rooms', { name, host: hana.name, mode: 'interactive' })
  const { room } = v.parse(RoomMade, made.body)
  const path = `/api/rooms/${room}/details`
  const before = v.parse(RoomDetails, (await host.get(path)).body)
  const schedule = start === null ? null : { start, minutes: 60, zone: 'UTC', repeat: null, exceptions: [] }
  expect((await host.post(path, { ...before, settings: {}, schedule })).status).toBe(200)
  return room
}

const pathIn = ({ body }: Answer) => new URL(v.parse(CalendarFeed, body).address).pathname
const feedOf = async (browser: Browser) => pathIn(await browser.get('/api/my/calendar'))
const namesIn = ({ body }: Answer) =>
  [...String(body).matchAll(/SUMMARY:(.*)\r/g)].map(([, name = '']) => name).toSorted()

test('[CALENDAR-8] the calendar of an account has its own sessions with a schedule, and nothing of others', async () => {
  const scene = await openScene()
  const [host, other] = [await signedUp(scene, mei), await signedUp(scene, kwame)]
  await makes(host, 'Mine', '2026-03-02T10:00')
  await makes(host, 'Always open', null)
  const theirs = await makes(other, 'Where I was', '2026-03-03T10:00')
  await makes(other, 'Not mine', '2026-03-04T10:00')
  const link = await scene.link({ name: kwame.name, room: theirs, cookie: other.cookie }, 'viewer')
  await host.post(link, { name: mei.name })
  const answer = await scene.get(await feedOf(host))
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(namesIn(answer)).toEqual(['Mine', 'Where I was'])
  expect(answer.body).not.toContain('secret.example')
})

test('[CALENDAR-6] [CALENDAR-8] a room that is deleted is marked as cancelled, and what has not changed is not sent again', async () => {
  const scene = await openScene()
  const host = await signedUp(scene, mei)
  const room = await makes(host, 'Mine', '2026-03-02T10:00')
  const path = await feedOf(host)
  const etag = (await scene.get(path)).headers.get('etag') ?? ''
  const again = async () => await fetch(new URL(path, scene.url), { headers: { 'if-none-match': etag } })
  scene.clock.turn(3_600_000)
  expect((await again()).status).toBe(304)
  await host.post(`/api/rooms/${room}/delete`)
  const changed = await again()
  expect(changed.status).toBe(200)
  expect(await changed.text()).toContain('STATUS:CANCELLED')
})

test('[CALENDAR-8] made anew it has another address; the old, a forged one and that of a disabled account lead nowhere', async () => {
  const scene = await openScene()
  const admin = new Browser(scene)
  await admin.post(`/api${(await scene.setUp.path()) ?? ''}`, {
    name: hana.name,
    email: 'hana@secret.example',
    password: 'correct horse battery',
  })
  const host = await signedUp(scene, mei)
  const old = await feedOf(host)
  expect(await feedOf(host)).toBe(old)
  const path = pathIn(await host.post('/api/my/calendar/renew'))
  expect(path).not.toBe(old)
  expect((await scene.get(path)).status).toBe(200)
  const other = await feedOf(await signedUp(scene, noor))
  const stolen = path.slice(0, '/api/calendar/'.length + 22) + other.slice('/api/calendar/'.length + 22)
  for (const wrong of [old, stolen, '/api/calendar/x.ics', `/api/calendar/${'x'.repeat(44)}.ics`])
    expect(refused(await scene.get(wrong))).toMatchObject({ refusal: 'link-unknown', status: 404 })
  const { id } = (await host.account()).account ?? {}
  await admin.post(`/api/admin/people/${id}`, { isDisabled: true })
  expect((await scene.get(path)).status).toBe(404)
  expect(refused(await new Browser(scene).get('/api/my/calendar'))).toMatchObject({ refusal: 'sign-in-first' })
})
