import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, kwame, mei } from '../../../test/rules/people.ts'
import { openScene, type Answer, type Scene } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { account, countIn, emailOf, makesRoom, refusalOf, roleIn } from '../../../test/server/members.ts'
import { Outbox } from '../../../test/server/outbox.ts'
import { AuditPage } from '../../protocol/accounts.ts'

const goes = async (browser: Browser) => await browser.post('/api/account/delete', { password: PASSWORD })
const handsOver = async (host: Browser, room: string, to: { name: string }) =>
  await host.post(`/api/rooms/${room}/hand-over`, { email: emailOf(to) })
const idOf = async (browser: Browser) => (await browser.account()).account?.id ?? ''
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).toSorted((one, other) => one - other)

const NOBODYS =
  'SELECT count(*) AS n FROM rooms WHERE deletedAt IS NULL AND id NOT IN (SELECT room FROM roomOwners JOIN accounts a ON a.id = account)'
const nobodysRooms = (scene: Scene) => countIn(scene, NOBODYS)

test('[ACCOUNT-19] an account that is deleted twice at once is deleted once', async () => {
  const scene = await openScene()
  const { admin } = await Outbox.of(scene)
  const host = await account(scene, kwame)
  const phone = new Browser(scene)
  await phone.signIn(emailOf(kwame))
  const room = await makesRoom(host)
  for (const { status } of await Promise.all([goes(host), goes(phone)])) expect([204, 401]).toContain(status)
  expect((await admin.get(`/api/rooms/${room}`)).status).toBe(404)
  const { acts } = v.parse(AuditPage, (await admin.get('/api/admin/audit')).body)
  expect(acts.filter(({ act }) => act === 'account-deleted')).toHaveLength(1)
})

test('[ACCOUNT-19] [ACCOUNT-7] of two administrators who go at once, the one who stays keeps the rooms', async () => {
  const scene = await openScene()
  const { admin } = await Outbox.of(scene)
  const other = await account(scene, kwame)
  await admin.post(`/api/admin/people/${await idOf(other)}`, { role: 'admin' })
  const both = [admin, other]
  const rooms = [await makesRoom(admin), await makesRoom(other)]
  const answers = await Promise.all(both.map(goes))
  expect(statuses(answers)).toEqual([204, 409])
  const pages = await Promise.all(rooms.map(async (room) => (await scene.get(`/api/rooms/${room}`)).status))
  expect(pages).toEqual(answers.map(({ status }) => (status === 409 ? 200 : 404)))
  expect(nobodysRooms(scene)).toBe(0)
})

test('[ACCOUNT-19] the only administrator is refused, and keeps the rooms', async () => {
  const scene = await openScene()
  const { admin } = await Outbox.of(scene)
  const room = await makesRoom(admin)
  expect(refusalOf(await goes(admin))).toBe('last-admin')
  expect(await roleIn(admin, room)).toBe('host')
})

test('[ACCOUNT-19] a room that its owner hands over while the account goes is the other’s, or goes', async () => {
  for (const isFirst of [true, false]) {
    const scene = await openScene()
    const [host, other] = [await account(scene, hana), await account(scene, kwame)]
    const room = await makesRoom(host)
    const both = [async () => await handsOver(host, room, kwame), async () => await goes(host)]
    const answers = await Promise.all((isFirst ? both : both.toReversed()).map(async (does) => await does()))
    for (const { status } of answers) expect(status).toBeLessThan(500)
    const page = await scene.get(`/api/rooms/${room}`)
    if (page.status === 200) expect(await roleIn(other, room)).toBe('host')
    expect(nobodysRooms(scene)).toBe(0)
  }
})

test('[ACCOUNT-19] no room is given to an account that goes', async () => {
  for (const isFirst of [true, false]) {
    const scene = await openScene()
    const { admin } = await Outbox.of(scene)
    const [host, other] = [await account(scene, mei), await account(scene, kwame)]
    const [room, second] = [await makesRoom(host), await makesRoom(host)]
    const [from, to] = [await idOf(host), await idOf(other)]
    const all = [
      async () => await goes(other),
      async () => await handsOver(host, room, kwame),
      async () => await admin.post(`/api/admin/people/${from}/hand-over`, { to }),
    ]
    const answers = await Promise.all((isFirst ? all : all.toReversed()).map(async (does) => await does()))
    for (const { status } of answers) expect(status).toBeLessThan(500)
    expect(nobodysRooms(scene)).toBe(0)
    for (const each of [room, second])
      if ((await scene.get(`/api/rooms/${each}`)).status === 200) expect(await roleIn(host, each)).toBe('host')
    expect(refusalOf(await handsOver(host, room, kwame))).toMatch(/account-unknown|room-unknown/)
  }
})

test('[ACCOUNT-19] a room that is made while the account goes is left to nobody', async () => {
  const scene = await openScene({ env: { ROSTRUM_CREATE: 'members' } })
  const host = await account(scene, hana)
  const makes = async () => await host.post('/api/rooms', { name: 'Library', host: 'Hana', mode: 'webinar' })
  const answers = await Promise.all([makes(), goes(host), makes(), makes()])
  for (const { status } of answers) expect(status).toBeLessThan(500)
  expect(nobodysRooms(scene)).toBe(0)
})

test('[ACCOUNT-19] whoever is in a session whose owner deletes the account is told that the room is deleted', async () => {
  const scene = await openScene()
  const owner = await account(scene, hana)
  const host = { name: '', room: await makesRoom(owner), cookie: owner.cookie }
  const hosting = await scene.joins(host)
  const guest = await scene.joins(await scene.enters(host, 'viewer', kwame))
  expect((await goes(owner)).status).toBe(204)
  expect(await guest.closed).toMatchObject({ why: 'room-deleted' })
  expect(await hosting.closed).toMatchObject({ why: 'room-deleted' })
  expect((await scene.get(`/api/rooms/${host.room}`)).status).toBe(404)
})
