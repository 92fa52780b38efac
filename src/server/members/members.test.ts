import * as v from 'valibot'
import { expect, test } from 'vitest'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import { Browser } from '../../../test/server/browser.ts'
import { RoomAbout } from '../../protocol/rooms.ts'
import { account, adds, emailOf, inStore, makesRoom, members, refusalOf, roleIn } from '../../../test/server/members.ts'

const removes = async (host: Browser, room: string, member: { kind: string; subject: string }) =>
  await host.post(`/api/rooms/${room}/members/remove`, member)
const inside = async (scene: Scene, browser: Browser, room: string) =>
  await scene.joins({ name: '', room, cookie: browser.cookie })

test('[MEMBER-1] [MEMBER-2] whoever is named by an e-mail comes in without a link, once it is confirmed', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  expect((await adds(host, room, ' Kwame@Example.org ', 'moderator')).status).toBe(200)
  const later = await account(scene, kwame, false)
  expect(await roleIn(later, room)).toBeNull()
  inStore(scene, 'UPDATE accounts SET emailVerified = 1 WHERE email = ?', emailOf(kwame))
  expect(await roleIn(later, room)).toBe('moderator')
  expect(await roleIn(await account(scene, mei), room)).toBeNull()
  const caller = await inside(scene, later, room)
  expect(await caller.asks({ type: 'setAccess', access: 'everyone' })).toBe('done')
})

test('[MEMBER-2] a group means who is in it, and of several roles the highest counts', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const member = await account(scene, mei)
  await adds(host, room, 'Teachers', 'speaker', 'group')
  expect(await roleIn(member, room)).toBeNull()
  inStore(scene, "INSERT INTO accountGroups SELECT id, 'Teachers' FROM accounts WHERE email = ?", emailOf(mei))
  expect(await roleIn(member, room)).toBe('speaker')
  await adds(host, room, emailOf(mei), 'cohost')
  expect(await roleIn(member, room)).toBe('cohost')
})

test('[MEMBER-3] [MEMBER-4] what is given and taken back counts at once, and leaves what was given in the room', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const visitor = { name: hana.name, room, cookie: host.cookie }
  await inside(scene, host, room)
  const member = await account(scene, noor)
  await member.post(await scene.link(visitor, 'speaker'), { name: noor.name })
  const caller = await inside(scene, member, room)
  expect(await caller.asks({ type: 'lockRoom', on: true })).toBe('not-allowed')
  await adds(host, room, emailOf(noor), 'moderator')
  expect(await caller.asks({ type: 'lockRoom', on: true })).toBe('done')
  const [own] = await members(host, room)
  expect(own).toMatchObject({ kind: 'account', name: noor.name, role: 'moderator' })
  await removes(host, room, { kind: 'account', subject: own?.subject ?? '' })
  expect(await caller.asks({ type: 'lockRoom', on: false })).toBe('not-allowed')
  expect(await roleIn(member, room)).toBe('speaker')
  expect(await members(host, room)).toEqual([])
})

test('[MEMBER-3] who is lowered in the room stays so', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const hosting = await inside(scene, host, room)
  const member = await account(scene, noor)
  await adds(host, room, emailOf(noor), 'moderator')
  const caller = await inside(scene, member, room)
  expect(await roleIn(member, room)).toBe('moderator')
  await hosting.asks({ type: 'setRole', person: (await caller.frame('welcome')).you.id, role: 'participant' })
  expect(await roleIn(member, room)).toBe('participant')
  await caller.asks({ type: 'leave' })
  expect(await roleIn(member, room)).toBe('participant')
})

test('[MEMBER-6] a chat moderator by e-mail moderates the chat on entering, and at once, and nothing else', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const hosting = await inside(scene, host, room)
  await adds(host, room, emailOf(noor), 'chatModerator')
  const member = await account(scene, noor)
  const mine = await member.get('/api/my/rooms?view=live')
  expect(mine.body).toMatchObject({ rooms: [{ room, role: 'participant' }] })
  const caller = await inside(scene, member, room)
  expect(await caller.asks({ type: 'setSlowMode', seconds: 5 })).toBe('done')
  expect(await caller.asks({ type: 'setAccess', access: 'everyone' })).toBe('not-allowed')
  const takesBack = async () => {
    for (const { kind, subject } of await members(host, room)) await removes(host, room, { kind, subject })
  }
  await takesBack()
  expect(await caller.asks({ type: 'setSlowMode', seconds: 0 })).toBe('not-allowed')

  // What was given here by hand is not taken with it, and what is taken here comes back with the next entering alone.
  const { id: person } = (await caller.frame('welcome')).you
  await hosting.asks({ type: 'setChatModerator', person, on: true })
  await adds(host, room, emailOf(noor), 'chatModerator')
  await takesBack()
  expect(await caller.asks({ type: 'setSlowMode', seconds: 0 })).toBe('done')
  await adds(host, room, emailOf(noor), 'chatModerator')
  await hosting.asks({ type: 'setChatModerator', person, on: false })
  expect(await caller.asks({ type: 'setSlowMode', seconds: 5 })).toBe('not-allowed')
  await caller.asks({ type: 'leave' })
  const again = await inside(scene, member, room)
  expect(await again.asks({ type: 'setSlowMode', seconds: 5 })).toBe('done')
  await takesBack()
  expect(await again.asks({ type: 'setSlowMode', seconds: 0 })).toBe('not-allowed')
})

test('[MEMBER-5] co-hosts give roles, but not their own; others see nobody', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const [cohost, moderator] = [await account(scene, kwame), await account(scene, mei)]
  await adds(host, room, emailOf(kwame), 'cohost')
  await adds(host, room, emailOf(mei), 'moderator')
  expect((await adds(cohost, room, emailOf(noor), 'moderator')).status).toBe(200)
  expect(refusalOf(await adds(cohost, room, emailOf(noor), 'cohost'))).toBe('not-allowed')
  const own = (await members(cohost, room)).find(({ name }) => name === kwame.name)
  expect(refusalOf(await adds(cohost, room, emailOf(kwame), 'speaker'))).toBe('not-allowed')
  expect(refusalOf(await removes(cohost, room, { kind: 'account', subject: own?.subject ?? '' }))).toBe('not-allowed')
  const strangers = [moderator, await account(scene, noor), new Browser(scene)]
  for (const browser of strangers) {
    const answers = [
      await browser.get(`/api/rooms/${room}/members`),
      await adds(browser, room, 'someone@example.org', 'speaker'),
      await removes(browser, room, { kind: 'email', subject: emailOf(noor) }),
      await browser.post(`/api/rooms/${room}/hand-over`, { email: emailOf(mei) }),
    ]
    expect(answers.map(refusalOf)).toEqual(Array.from({ length: 4 }, () => 'not-yours'))
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('@')
  }
})

test('[MEMBER-5] the host hands the room over, and is a co-host; the other is its host', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const other = await account(scene, kwame)
  const hosting = await inside(scene, host, room)
  expect(refusalOf(await host.post(`/api/rooms/${room}/hand-over`, { email: 'nobody@example.org' }))).toBe(
    'account-unknown',
  )
  expect((await host.post(`/api/rooms/${room}/hand-over`, { email: emailOf(kwame) })).status).toBe(200)
  expect(await roleIn(other, room)).toBe('host')
  expect(await roleIn(host, room)).toBe('cohost')
  expect(await hosting.asks({ type: 'deleteRoom' })).toBe('not-allowed')
  expect(refusalOf(await host.post(`/api/rooms/${room}/hand-over`, { email: emailOf(hana) }))).toBe('not-yours')
})

test.each([
  [{ kind: 'email', subject: 'nobody', role: 'speaker' }, 'email-invalid'],
  [{ kind: 'group', subject: '  ', role: 'speaker' }, 'bad-request'],
  [{ kind: 'group', subject: 'g'.repeat(300), role: 'speaker' }, 'bad-request'],
  [{ kind: 'email', subject: 'mei@example.org', role: 'host' }, 'bad-request'],
  [{ kind: 'account', subject: 'x', role: 'cohost' }, 'bad-request'],
])('[MEMBER-5] %j makes nobody a member: %s', async (member, refusal) => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  expect(refusalOf(await host.post(`/api/rooms/${room}/members`, member))).toBe(refusal)
  expect(await members(host, room)).toEqual([])
})

test('[MEMBER-7] the room’s page names its host and its speakers, and nobody else', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  await account(scene, noor)
  await account(scene, kwame)
  await adds(host, room, emailOf(noor), 'speaker')
  await adds(host, room, emailOf(kwame), 'moderator')
  await adds(host, room, 'later@example.org', 'speaker')
  const { body } = await scene.get(`/api/rooms/${room}/about`)
  expect(v.parse(RoomAbout, body).speakers).toEqual([
    { name: hana.name, role: 'host' },
    { name: noor.name, role: 'speaker' },
  ])
  expect(JSON.stringify(body)).not.toContain('@')
  await host.post(`/api/rooms/${room}/hand-over`, { email: emailOf(kwame) })
  const after = await scene.get(`/api/rooms/${room}/about`)
  expect(v.parse(RoomAbout, after.body).speakers[0]).toEqual({ name: kwame.name, role: 'host' })
})

test('[MEMBER-5] [REMOVE-1] a co-host who was removed from the room sees and changes nobody any more', async () => {
  const scene = await openScene()
  const host = await account(scene, hana)
  const room = await makesRoom(host)
  const hosting = await inside(scene, host, room)
  const cohost = await account(scene, kwame)
  await adds(host, room, emailOf(kwame), 'cohost')
  const caller = await inside(scene, cohost, room)
  const { id } = (await caller.frame('welcome')).you
  expect(await hosting.asks({ type: 'removeFromRoom', person: id, lasting: true })).toBe('done')
  expect(refusalOf(await cohost.get(`/api/rooms/${room}/members`))).toBe('not-yours')
  expect(refusalOf(await adds(cohost, room, 'mei@example.org', 'moderator'))).toBe('not-yours')
})

test('[MEMBER-8] nobody tries out many e-mails for whose accounts they are', async () => {
  const host = await account(await openScene(), hana)
  const room = await makesRoom(host)
  for (let n = 0; n < 30; n++) expect((await adds(host, room, `somebody${n}@example.org`, 'speaker')).status).toBe(200)
  const late = await adds(host, room, emailOf(noor), 'speaker')
  expect(late).toMatchObject({ status: 429, body: { refusal: 'too-fast' } })
  expect((await adds(host, room, 'Teachers', 'speaker', 'group')).status).toBe(200)
})
