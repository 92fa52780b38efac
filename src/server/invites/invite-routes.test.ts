import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { once } from '../../../test/rules/schedules.ts'
import { amara, kwame, mei, noor, tom } from '../../../test/rules/people.ts'
import { linkPage, openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { Browser, PASSWORD } from '../../../test/server/browser.ts'
import { invites, invitesOf, invitesOne, listed, pathOf } from '../../../test/server/invites.ts'
import { InviteMade, INVITES_MAX, LIST_MAX, type NewInvites } from '../../protocol/portal/invites.ts'
import { RoomMade } from '../../protocol/http.ts'
import { RoomDetails } from '../../protocol/rooms.ts'

const DAY = 24 * 3_600_000
const SIGN_UP = { name: noor.name, password: PASSWORD }
const NOBODY = { email: '', firstName: '', lastName: '' }

/** Lets somebody come by an invitation; gives them, or why not. */
async function comes(scene: Scene, path: string, entry: object, by: { cookie?: string } = {}) {
  const answer = await scene.post(path, entry, by)
  if (answer.status !== 200) return refused(answer).refusal
  return { room: v.parse(RoomMade, answer.body).room, cookie: answer.cookie || (by.cookie ?? '') }
}

const roleOf = async (scene: Scene, visitor: Omit<Visitor, 'name'>) =>
  (await scene.page(visitor.room, { name: '', ...visitor })).you?.role

test('[LINK-4] whoever has an invitation comes in with its role, and its address is told once', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host, { role: 'speaker' })
  expect(made.invite).toMatchObject({
    role: 'speaker',
    email: 'noor@example.org',
    firstName: 'Noor',
    state: 'unopened',
  })
  expect(new URL(made.address).pathname).toBe(`/i/${made.token}`)
  expect(linkPage(await scene.get(pathOf(made)))).toEqual({
    room: host.room,
    name: 'Harbour library',
    host: host.name,
    role: 'speaker',
    you: null,
    invite: { name: 'Noor Rahimi', asksEmail: false },
  })
  const noors = await comes(scene, pathOf(made), { name: noor.name })
  if (typeof noors === 'string') throw new Error(noors)
  expect(await roleOf(scene, noors)).toBe('speaker')
  const list = await scene.get(invitesOf(host.room), { ...host })
  expect(JSON.stringify(list.body)).not.toContain(made.token)
})

test('[LINK-4] a token is kept as its hash alone', async () => {
  const scene = await openScene()
  const { token } = await invitesOne(scene, await scene.creates())
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const rows = JSON.stringify(file.prepare('SELECT * FROM invitations').all())
  file.close()
  expect(rows).toContain('noor@example.org')
  expect(rows).not.toContain(token)
})

test('[LINK-5] of a list those that are wrong are named, and all others are invited in its order', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const { made, wrong, merged } = await invites(scene, host, {
    to: { list: 'email,first,last\njon@example.org,Jon,Lee\nmei@\nAmara <amara@example.org>\nJON@example.org\nnobody' },
  })
  expect(made.map(({ invite }) => [invite.email, invite.firstName])).toEqual([
    ['jon@example.org', 'Jon'],
    ['amara@example.org', 'Amara'],
  ])
  expect(wrong).toEqual([
    { line: 3, text: 'mei@', why: 'email-invalid' },
    { line: 6, text: 'nobody', why: 'no-email' },
  ])
  expect(merged).toBe(1)
  expect(linkPage(await scene.get(`/api/links/${made[1]?.token}`)).invite?.name).toBe('Amara')
})

test('[LINK-5] a thousand are invited at once, and read a hundred at a time', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const list = Array.from({ length: INVITES_MAX }, (_, n) => `guest${n}@example.org`).join('\n')
  const { made } = await invites(scene, host, { to: { list } })
  expect(new Set(made.map(({ token }) => token)).size).toBe(INVITES_MAX)
  const newest = await listed(scene, host)
  expect([newest.length, newest[0]?.email]).toEqual([100, 'guest999@example.org'])
  const older = await scene.get(`${invitesOf(host.room)}?before=${newest.at(-1)?.n}`, { ...host })
  expect(older.body).toMatchObject({ more: true, invites: { length: 100, 0: { email: 'guest899@example.org' } } })
})

test.for<[string, Partial<NewInvites> | object, string]>([
  ['an email that is none', { to: { ...NOBODY, email: 'noor' } }, 'email-invalid'],
  ['an email only, and none', { to: NOBODY, isBound: true }, 'email-invalid'],
  ['a name that is too long', { to: { ...NOBODY, firstName: 'x'.repeat(101) } }, 'name-long'],
  ['an empty list', { to: { list: ' \n ' } }, 'list-empty'],
  ['a list that is too long', { to: { list: 'x'.repeat(LIST_MAX + 1) } }, 'list-long'],
  ['a list that is far too long', { to: { list: 'x'.repeat(3_000_000) } }, 'list-long'],
  ['a time that is over before it begins', { lasts: -1 }, 'bad-request'],
  ['a hundred years', { lasts: 36_500 * DAY }, 'bad-request'],
  ['a role that no link has', { role: 'host' }, 'bad-request'],
  ['nobody at all', { to: null }, 'bad-request'],
])('[LINK-4] what cannot be is answered with a reason: %s', async ([, asked, refusal]) => {
  const scene = await openScene()
  const host = await scene.creates()
  const whole = { role: 'viewer', lasts: null, isSingle: false, isBound: false, language: 'en', to: NOBODY, ...asked }
  expect(refused(await scene.post(invitesOf(host.room), whole, { ...host })).refusal).toBe(refusal)
  expect(await listed(scene, host)).toEqual([])
})

test('[LINK-4] a room has at most twenty thousand invitations', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  await invitesOne(scene, host)
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  file.exec(`WITH RECURSIVE series (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM series LIMIT 19998)
    INSERT INTO invitations (id, room, role, key, email, firstName, lastName, language, createdAt, by, singleUse, bound)
    SELECT 'id' || value, room, role, 'key' || value, '', '', '', 'en', 1, by, 0, 0
    FROM invitations, series`)
  file.close()
  await invitesOne(scene, host)
  const asked = { role: 'viewer', lasts: null, isSingle: false, isBound: false, language: 'en', to: NOBODY }
  expect(refused(await scene.post(invitesOf(host.room), asked, { ...host })).refusal).toBe('invites-full')
})

test('[LINK-6] [LINK-2] one that was revoked or is over says so and whom to ask; who came by it stays', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host, { role: 'moderator', lasts: DAY })
  const noors = await comes(scene, pathOf(made), { name: noor.name })
  if (typeof noors === 'string') throw new Error(noors)
  scene.clock.turn(DAY)
  expect(refused(await scene.get(pathOf(made)))).toEqual({ status: 410, refusal: 'link-expired', host: host.name })
  expect(await comes(scene, pathOf(made), { name: mei.name })).toBe('link-expired')
  await scene.post(`${invitesOf(host.room)}/${made.invite.id}/revoke`, {}, { ...host })
  expect(refused(await scene.get(pathOf(made)))).toEqual({ status: 410, refusal: 'link-revoked', host: host.name })
  expect(await comes(scene, pathOf(made), {}, noors)).toBe('link-revoked')
  expect(await roleOf(scene, noors)).toBe('moderator')
})

test('[LINK-7] of those who press at once one comes in, and that one again', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host, { isSingle: true })
  const all = await Promise.all(
    [noor, mei, tom, amara, kwame].map(async ({ name }) => await comes(scene, pathOf(made), { name })),
  )
  const inside = all.filter((each) => typeof each !== 'string')
  expect(inside).toHaveLength(1)
  expect(all.filter((each) => each === 'link-used')).toHaveLength(4)
  expect(await comes(scene, pathOf(made), {}, inside[0])).toEqual(inside[0])
  expect(refused(await scene.get(pathOf(made)))).toEqual({ status: 410, refusal: 'link-used', host: host.name })
  expect(linkPage(await scene.get(pathOf(made), inside[0])).you).not.toBeNull()
})

test('[LINK-7] whoever was let in and never came in keeps nobody else out for long', async () => {
  const scene = await openScene()
  const made = await invitesOne(scene, await scene.creates(), { isSingle: true })
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  file.prepare("UPDATE invitations SET person = 'nobody', usedAt = ?").run(scene.clock.now())
  file.close()
  expect(await comes(scene, pathOf(made), { name: mei.name })).toBe('link-used')
  scene.clock.turn(60_000)
  expect(await comes(scene, pathOf(made), { name: mei.name })).toEqual(expect.any(Object))
  expect(await comes(scene, pathOf(made), { name: tom.name })).toBe('link-used')
})

test('[LINK-7] [ACCOUNT-4] who is signed in is the same person on the phone', async () => {
  const scene = await openScene()
  const made = await invitesOne(scene, await scene.creates(), { isSingle: true })
  const desk = new Browser(scene)
  await desk.signUp({ name: noor.name, email: 'n@example.org' })
  expect((await desk.post(pathOf(made), { name: noor.name })).status).toBe(200)
  const phone = new Browser(scene)
  const used = await phone.get(pathOf(made))
  expect(refused(used).refusal).toBe('link-used')
  // Else the browser would believe it for ever, signed in or not.
  expect(used.headers.get('cache-control')).toBe('no-store')
  await phone.signIn('n@example.org')
  expect(linkPage(await phone.get(pathOf(made))).you).toBe(noor.name)
  expect((await phone.post(pathOf(made))).status).toBe(200)
})

test('[LINK-8] one for an email asks for it on each new device, tells it nobody, and is not tried out', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host, { isSingle: true, isBound: true })
  const page = await scene.get(pathOf(made))
  expect(linkPage(page).invite).toEqual({ name: 'Noor', asksEmail: true })
  expect(JSON.stringify(page.body)).not.toMatch(/noor@|Rahimi/)
  expect(await comes(scene, pathOf(made), { name: noor.name })).toBe('email-asked')
  expect(await comes(scene, pathOf(made), { name: mei.name, email: 'mei@example.org' })).toBe('email-other')
  const desk = await comes(scene, pathOf(made), { name: noor.name, email: ' Noor@EXAMPLE.org' })
  const phone = await comes(scene, pathOf(made), { name: noor.name, email: 'noor@example.org' })
  expect([desk, phone]).toEqual([expect.any(Object), expect.any(Object)])
  if (typeof desk === 'string') throw new Error(desk)
  expect(linkPage(await scene.get(pathOf(made), desk)).invite?.asksEmail).toBe(false)
  for (let i = 0; i < 10; i += 1) await comes(scene, pathOf(made), { name: mei.name, email: `${i}@example.org` })
  expect(await comes(scene, pathOf(made), { name: noor.name, email: 'noor@example.org' })).toBe('too-fast')
})

test('[LINK-8] who is signed in with the email is not asked for it, unless it is not verified', async () => {
  const scene = await openScene()
  const made = await invitesOne(scene, await scene.creates(), { isBound: true })
  const noors = new Browser(scene)
  await noors.signUp({ name: noor.name, email: 'noor@example.org' })
  expect(linkPage(await noors.get(pathOf(made))).invite?.asksEmail).toBe(true)
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  file.exec('UPDATE accounts SET emailVerified = 1')
  file.close()
  expect(linkPage(await noors.get(pathOf(made))).invite?.asksEmail).toBe(false)
  expect((await noors.post(pathOf(made), { name: noor.name })).status).toBe(200)
})

test('[LINK-9] [LINK-10] no GET and no HEAD changes anything; the list says how far each got', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host, { isSingle: true, lasts: DAY })
  const state = async () => (await listed(scene, host))[0]?.state
  for (const path of [`/i/${made.token}`, pathOf(made)]) {
    expect((await fetch(new URL(path, scene.url), { method: 'HEAD' })).status).toBe(200)
    expect((await scene.get(path)).status).toBe(200)
  }
  expect(await state()).toBe('unopened')
  await scene.post(`${pathOf(made)}/opened`, {})
  expect(await state()).toBe('opened')
  expect(await comes(scene, pathOf(made), { name: noor.name })).toEqual(expect.any(Object))
  expect(await state()).toBe('came')
  await scene.post(`${invitesOf(host.room)}/${made.invite.id}/revoke`, {}, { ...host })
  expect(await state()).toBe('revoked')
})

test('[LINK-9] made anew it has another address, for as long as before and for whoever comes first', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host, { isSingle: true, lasts: DAY })
  await comes(scene, pathOf(made), { name: noor.name })
  scene.clock.turn(2 * DAY)
  const answer = await scene.post(`${invitesOf(host.room)}/${made.invite.id}/anew`, {}, { ...host })
  const anew = v.parse(InviteMade, answer.body)
  expect(anew.invite).toMatchObject({ id: made.invite.id, state: 'unopened', expiresAt: scene.clock.now() + DAY })
  expect(refused(await scene.get(pathOf(made))).refusal).toBe('link-unknown')
  expect(await comes(scene, pathOf(anew), { name: mei.name })).toEqual(expect.any(Object))
})

test('[LINK-4] every route refuses strangers, viewers, speakers and hosts of other rooms, and tells them no email', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const made = await invitesOne(scene, host)
  const others = await invitesOne(scene, await scene.creates())
  const identities = {
    stranger: {},
    forged: { cookie: 'rostrum=abc.def' },
    viewer: await scene.enters(host, 'viewer', noor),
    speaker: await scene.enters(host, 'speaker', amara),
    'host of another room': await scene.creates({ host: mei.name }),
  }
  const own = invitesOf(host.room)
  const change = ['revoke', 'anew', 'again'].map((act) => `${own}/${made.invite.id}/${act}`)
  for (const [who, asking] of Object.entries(identities)) {
    const answers = [
      await scene.get(own, asking),
      await scene.post(own, { to: NOBODY }, asking),
      ...(await Promise.all(change.map(async (path) => await scene.post(path, {}, asking)))),
      await scene.post(`${own}/send`, { invites: [{ id: made.invite.id, token: made.token }] }, asking),
    ]
    expect(
      answers.map((answer) => refused(answer).refusal),
      who,
    ).toEqual(answers.map(() => 'not-allowed'))
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain('@')
  }
  const moderator = await scene.enters(host, 'moderator', kwame)
  expect(await listed(scene, moderator)).toHaveLength(1)
  for (const act of ['revoke', 'anew', 'again']) {
    const answer = await scene.post(`${own}/${others.invite.id}/${act}`, {}, { ...host })
    expect(refused(answer)).toMatchObject({ status: 404, refusal: 'invite-unknown' })
  }
  expect(refused(await scene.get(invitesOf('x'.repeat(22)), { ...host })).refusal).toBe('room-unknown')
})

test('[LINK-3] who is removed, or no moderator any more, invites nobody', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const kwames = await scene.enters(host, 'moderator', kwame)
  const call = await scene.joins(kwames)
  const { you } = await call.frame('welcome')
  await invitesOne(scene, kwames)
  await hanas.does({ type: 'setRole', person: you.id, role: 'speaker' })
  expect(refused(await scene.get(invitesOf(host.room), { ...kwames })).refusal).toBe('not-allowed')
})

test('[LINK-11] an invitation is mailed once, to its email, in the language of whoever has an account', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const noors = new Browser(scene)
  await noors.post('/api/account/sign-up', { ...SIGN_UP, email: 'noor@example.org', language: 'he' })
  const { made } = await invites(scene, host, {
    language: 'de',
    to: { list: 'Noor <Noor@example.org>\nmei@example.org' },
  })
  const send = async () =>
    (
      await scene.post(
        `${invitesOf(host.room)}/send`,
        { invites: made.map(({ invite, token }) => ({ id: invite.id, token })) },
        { ...host },
      )
    ).body
  expect(await send()).toEqual({ sent: 2, unwanted: [] })
  expect(await send()).toEqual({ sent: 0, unwanted: [] })
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const mails = file
    .prepare("SELECT address, name, subject, content FROM mails WHERE kind = 'invitation' ORDER BY n")
    .all()
  file.close()
  expect(mails).toMatchObject([
    { address: 'noor@example.org', name: 'Noor', subject: expect.stringMatching(/[\u05D0-\u05EA].*Harbour library/) },
    { address: 'mei@example.org', name: '', subject: expect.stringMatching(/lädt.*Harbour library/) },
  ])
  expect(mails[1]?.['content']).toContain(made[1]?.address)
  expect((await listed(scene, host)).every(({ sentAt }) => sentAt !== null)).toBe(true)
})

test('[LINK-11] an invitation says what the room is, and when in the zone of its reader, with a calendar file', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const noors = new Browser(scene)
  await noors.signUp({ name: noor.name, email: 'noor@example.org' })
  await noors.post('/api/account/profile', { name: noor.name, language: 'en', timeZone: 'Asia/Tokyo' })
  const path = `/api/rooms/${host.room}/details`
  const details = v.parse(RoomDetails, (await scene.get(path, { ...host })).body)
  const year = new Date(scene.clock.now()).getUTCFullYear() + 1
  const schedule = once(`${year}-01-15T15:00`)
  await scene.post(path, { ...details, description: 'We read **together**.', schedule }, { ...host })
  const { made } = await invites(scene, host, { to: { list: 'noor@example.org, mei@example.org' } })
  const these = made.map(({ invite, token }) => ({ id: invite.id, token }))
  expect((await scene.post(`${invitesOf(host.room)}/send`, { invites: these }, { ...host })).body).toEqual({
    sent: 2,
    unwanted: [],
  })
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  const rows = file.prepare("SELECT content FROM mails WHERE kind = 'invitation' ORDER BY n").all()
  file.close()
  const Content = v.object({ text: v.string(), calendar: v.object({ method: v.string(), file: v.string() }) })
  const [noorsMail, meisMail] = rows.map(({ content }) => v.parse(Content, JSON.parse(String(content))))
  expect(noorsMail?.text).toMatch(/We read together\.[^]*11:00\sPM[^]*Japan/)
  expect(meisMail?.text).toMatch(/3:00[^]*4:00\sPM[^]*Central European/)
  expect(meisMail?.calendar).toMatchObject({ method: 'PUBLISH', file: expect.stringContaining('BEGIN:VEVENT') })
})

test('[LINK-11] what cannot be mailed is refused with a reason, and nothing of it is', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const good = await invitesOne(scene, host)
  const nobodys = await invitesOne(scene, host, { to: NOBODY })
  const revoked = await invitesOne(scene, host)
  await scene.post(`${invitesOf(host.room)}/${revoked.invite.id}/revoke`, {}, { ...host })
  const others = await invitesOne(scene, await scene.creates())
  const send = async (...these: { id: string; token: string }[]) =>
    refused(await scene.post(`${invitesOf(host.room)}/send`, { invites: these }, { ...host })).refusal
  const of = ({ invite, token }: InviteMade) => ({ id: invite.id, token })
  expect(await send(of(good), of(nobodys))).toBe('invite-nobody')
  expect(await send(of(good), of(revoked))).toBe('link-revoked')
  expect(await send(of(good), of(others))).toBe('invite-unknown')
  expect(await send({ ...of(good), token: nobodys.token })).toBe('invite-unknown')
  expect(await send()).toBe('bad-request')
  const list = Array.from({ length: INVITES_MAX }, (_, n) => `guest${n}@example.org`).join('\n')
  const many = await invites(scene, host, { to: { list } })
  const answers: number[] = []
  for (let day = 0; day < 4; day += 1) {
    const all = { invites: many.made.map(of) }
    answers.push((await scene.post(`${invitesOf(host.room)}/send`, all, { ...host })).status)
  }
  expect(answers).toEqual([200, 200, 200, 429])
})

test('[LINK-12] [KEEP-6] what was written to somebody goes with their data, and with the room', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const own = await invitesOne(scene, host)
  const shared = await invitesOne(scene, host, { to: NOBODY })
  const noors = await comes(scene, pathOf(own), { name: noor.name })
  if (typeof noors === 'string') throw new Error(noors)
  await comes(scene, pathOf(shared), {}, noors)
  const call = await scene.calls({ name: noor.name, ...noors })
  void call.asks({ type: 'deleteMyData' }).catch(() => null)
  await call.closed
  expect((await listed(scene, host)).map(({ id }) => id)).toEqual([shared.invite.id])
  expect(refused(await scene.get(pathOf(own))).refusal).toBe('link-unknown')
  const hanas = await scene.joins(host)
  void hanas.asks({ type: 'deleteRoom' }).catch(() => null)
  await hanas.closed
  const file = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  expect(file.prepare('SELECT count(*) AS n FROM invitations').get()).toEqual({ n: 0 })
  file.close()
})
