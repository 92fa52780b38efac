import { expect, test } from 'vitest'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { account, adds, emailOf, makesRoom, members, refusalOf, roleIn } from '../../../test/server/members.ts'
import { CLOSED } from '../../protocol/frames.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'

const handsOver = async (host: Browser, room: string, to: { name: string }) =>
  await host.post(`/api/rooms/${room}/hand-over`, { email: emailOf(to) })
const idOf = async (browser: Browser) => (await browser.account()).account?.id ?? ''

async function admin(scene: Scene): Promise<Browser> {
  const browser = new Browser(scene)
  const path = `/api${(await scene.setUp.path()) ?? ''}`
  await browser.post(path, { name: 'Boss', email: 'boss@example.org', password: PASSWORD })
  return browser
}

test('[MEMBER-5] [ACCOUNT-14] nobody is handed a room by an e-mail that they have not confirmed', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const squatter = await account(scene, kwame, false)
  expect(refusalOf(await handsOver(host, room, kwame))).toBe('account-unknown')
  expect(await roleIn(squatter, room)).toBeNull()
  expect(await roleIn(host, room)).toBe('host')
})

test('[MEMBER-5] who was lowered in the room is its host once it is handed over to them', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const hosting = await scene.joins({ name: '', room, cookie: host.cookie })
  const other = await account(scene, kwame)
  await adds(host, room, emailOf(kwame), 'moderator')
  const caller = await scene.joins({ name: '', room, cookie: other.cookie })
  await hosting.asks({ type: 'setRole', person: (await caller.frame('welcome')).you.id, role: 'participant' })
  await caller.asks({ type: 'leave' })
  await handsOver(host, room, kwame)
  expect(await roleIn(other, room)).toBe('host')
})

test('[MEMBER-5] who was handed a room and hands it back is a co-host', async () => {
  const scene = await openScene()
  const [host, other] = [await account(scene, hana), await account(scene, kwame)]
  const room = await makesRoom(host)
  await handsOver(host, room, kwame)
  expect((await handsOver(other, room, hana)).status).toBe(200)
  expect(await roleIn(host, room)).toBe('host')
  expect(await roleIn(other, room)).toBe('cohost')
})

test('[MEMBER-5] of two presses that hand the room over, one does', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const others = [await account(scene, kwame), await account(scene, mei)]
  const answers = await Promise.all([handsOver(host, room, kwame), handsOver(host, room, mei)])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 403])
  const roles = await Promise.all(others.map(async (other) => await roleIn(other, room)))
  expect(roles.filter((role) => role === 'host')).toHaveLength(1)
})

test('[ACCOUNT-3] nobody finds out who has an account by trying to hand a room over', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const answers: string[] = []
  for (let n = 0; n < 11; n += 1)
    answers.push(refusalOf(await host.post(`/api/rooms/${room}/hand-over`, { email: `no${n}@example.org` })))
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'account-unknown'))
  expect(answers.at(-1)).toBe('too-fast')
})

test('[ACCOUNT-7] whose rooms an administrator gives to another is their host no more, at once', async () => {
  const scene = await openScene()
  const boss = await admin(scene)
  const [host, other] = [await account(scene, hana), await account(scene, kwame)]
  const [room, deleted] = [await makesRoom(host), await makesRoom(host)]
  const hosting = await scene.joins({ name: '', room, cookie: host.cookie })
  await host.post(`/api/rooms/${deleted}/delete`)
  const path = `/api/admin/people/${await idOf(host)}/hand-over`
  expect((await boss.post(path, { to: await idOf(other) })).status).toBe(204)
  expect(await hosting.asks({ type: 'deleteRoom' })).toBe('not-allowed')
  expect(await roleIn(other, room)).toBe('host')
  expect(await roleIn(host, room)).toBe('cohost')
  expect(refusalOf(await handsOver(host, room, hana))).toBe('not-yours')
  expect(refusalOf(await host.post(`/api/rooms/${deleted}/restore`))).toBe('not-allowed')
  expect((await other.post(`/api/rooms/${deleted}/restore`)).status).toBe(204)
  expect(await roleIn(host, deleted)).toBe('cohost')
})

test('[ACCOUNT-7] no rooms are given to a disabled account', async () => {
  const scene = await openScene()
  const boss = await admin(scene)
  const [host, other] = [await account(scene, hana), await account(scene, kwame)]
  const to = await idOf(other)
  await boss.post(`/api/admin/people/${to}`, { isDisabled: true })
  const answer = await boss.post(`/api/admin/people/${await idOf(host)}/hand-over`, { to })
  expect(refusalOf(answer)).toBe('account-disabled')
})

test('[MEMBER-3] a role that is given anew is instead of the one before, also once the e-mail is confirmed', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const cohost = await account(scene, noor)
  await adds(host, room, emailOf(noor), 'cohost')
  await adds(host, room, emailOf(mei), 'cohost')
  const member = await account(scene, mei)
  expect(await roleIn(member, room)).toBe('cohost')
  expect(refusalOf(await adds(cohost, room, emailOf(mei), 'speaker'))).toBe('not-allowed')
  await adds(host, room, emailOf(mei), 'speaker')
  expect(await roleIn(member, room)).toBe('speaker')
  expect((await members(host, room)).filter(({ name }) => name.toLowerCase().startsWith('mei'))).toHaveLength(1)
})

test('[ACCOUNT-6] whoever deletes the account is no member any more', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const member = await account(scene, mei)
  await adds(host, room, emailOf(mei), 'speaker')
  expect((await member.post('/api/account/delete', { password: PASSWORD })).status).toBe(204)
  expect(await members(host, room)).toEqual([])
})

test('[ACCOUNT-7] a disabled account is out of every room at once, and whoever else is there stays', async () => {
  const scene = await openScene()
  const boss = await admin(scene)
  const [host, cohost] = [await account(scene, hana), await account(scene, noor)]
  const room = await makesRoom(host)
  await adds(host, room, emailOf(noor), 'cohost')
  const hosting = await scene.joins({ name: '', room, cookie: host.cookie })
  const helping = await scene.joins({ name: '', room, cookie: cohost.cookie })
  await boss.post(`/api/admin/people/${await idOf(cohost)}`, { isDisabled: true })
  expect(await helping.closed).toEqual({ code: CLOSED.noEntry, why: 'account-disabled' })
  expect(await hosting.asks({ type: 'lockRoom', on: true })).toBe('done')
  const again = await scene.opens(room, { cookie: cohost.cookie })
  expect(await again.closed).toEqual({ code: CLOSED.noEntry, why: 'no-entry' })
})
