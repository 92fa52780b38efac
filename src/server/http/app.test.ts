import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { amara, hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { linkPage, openScene, refused } from '../../../test/server/app-server.ts'

test('a room from its making to its end, as everybody in it sees it', async () => {
  const scene = await openScene()
  const host = await scene.creates({ mode: 'webinar' })
  expect(await scene.page(host.room)).toMatchObject({
    name: 'Harbour library',
    host: hana.name,
    live: null,
    endedAt: null,
    links: null,
  })
  const hanas = await scene.joins(host)
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  const amaras = await scene.joins(await scene.enters(host, 'speaker', amara))
  const { you } = await noors.frame('welcome')

  await amaras.does({ type: 'goOnStage', microphone: true, camera: false })
  expect(await noors.told('cameOnStage')).toMatchObject({ microphone: true, camera: false })
  expect(await noors.asks({ type: 'goOnStage', microphone: true, camera: true })).toBe('invite-only')
  await noors.does({ type: 'raiseHand' })
  await hanas.told('handRaised', ({ person }) => person === you.id)
  await hanas.does({ type: 'invite', person: you.id })
  await noors.told('invited')
  await noors.does({ type: 'goOnStage', microphone: true, camera: true })
  await amaras.told('cameOnStage', ({ person }) => person === you.id)
  expect(scene.media.granted(you.id)).toMatchObject({ publish: ['microphone', 'camera'], silenced: [] })
  await hanas.does({ type: 'mute', person: you.id })
  expect(await noors.told('microphoneTurned')).toMatchObject({ person: you.id, on: false })
  expect(scene.media.granted(you.id)).toMatchObject({ silenced: ['microphone'] })
  expect((await scene.page(host.room)).live).toMatchObject({ viewers: 1, onStage: 2, hands: 0 })

  await hanas.does({ type: 'endSession' })
  await noors.told('sessionEnded')
  expect(await noors.asks({ type: 'raiseHand' })).toBe('session-ended')
  expect(await scene.page(host.room)).toMatchObject({ live: null, endedAt: expect.any(Number) })
  expect(scene.media.sessions.size).toBe(0)
})

test('[SESSION-2] after an end a viewer is told so, and a host’s joining begins the next session', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const meis = await scene.joins(await scene.enters(host, 'viewer', mei))
  const first = (await meis.frame('welcome', ({ inside }) => inside)).session.id
  await hanas.does({ type: 'endSession' })
  expect(await meis.asks({ type: 'join', page: meis.page })).toBe('session-ended')
  const from = meis.frames.length
  await hanas.does({ type: 'join', page: hanas.page })
  const again = await meis.frame('welcome', () => true, from)
  expect(again.inside).toBe(false)
  expect(again.session.id).not.toBe(first)
  await meis.does({ type: 'join', page: meis.page })
})

test('[REMOVE-6] whoever is let back in stands at the open door at once', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  const { you } = await noors.frame('welcome')
  await hanas.does({ type: 'removeFromRoom', person: you.id, lasting: false })
  await noors.frame('welcome', ({ door }) => door === 'removed')
  const from = noors.frames.length
  await hanas.does({ type: 'liftRemoval', person: you.id })
  expect(await noors.frame('welcome', () => true, from)).toMatchObject({ door: 'open', inside: false })
  await noors.does({ type: 'join', page: noors.page })
})

test('[NAME-1] [NAME-2] a room and a person may have any name that can be seen', async () => {
  const scene = await openScene()
  const host = await scene.creates({ name: '  קול  הים 🌊 ' })
  expect((await scene.page(host.room)).name).toBe('קול הים 🌊')
  const viewers = await scene.link(host, 'viewer')
  for (const name of ['نور رحيمي', '👩‍👩‍👧 Weber', 'x'.repeat(100)]) {
    const { cookie } = await scene.post(viewers, { name })
    expect((await scene.page(host.room, { name, room: host.room, cookie })).you).toEqual({ name, role: 'participant' })
  }
  for (const [name, refusal] of [
    ['', 'name-empty'],
    [' \u202E ', 'name-empty'],
    ['x'.repeat(3_000), 'name-long'],
  ]) {
    expect(refused(await scene.post(viewers, { name }))).toEqual({ status: 400, refusal, host: hana.name })
    const room = { name, host: hana.name, mode: 'webinar' }
    expect(refused(await scene.post('/api/rooms', room))).toEqual({ status: 400, refusal })
    expect(refused(await scene.post('/api/rooms', { ...room, name: 'A', host: name })).refusal).toBe(refusal)
  }
})

test('[ENTER-4] every failed way in says why, and whom to ask where that is known', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const forged = `/api/links/${'A'.repeat(22)}`
  expect(refused(await scene.get(forged))).toEqual({ status: 404, refusal: 'link-unknown' })
  expect(refused(await scene.post(forged, { name: mei.name }))).toEqual({ status: 404, refusal: 'link-unknown' })
  for (const room of ['A'.repeat(22), 'x', '%00'])
    expect(refused(await scene.get(`/api/rooms/${room}`))).toEqual({ status: 404, refusal: 'room-unknown' })
  const viewers = await scene.link(host, 'viewer')
  for (const body of [{}, { name: 5 }, [], null])
    expect(refused(await scene.post(viewers, body))).toMatchObject({ status: 400, host: hana.name })
  expect(await (await scene.opens('A'.repeat(22))).closed).toEqual({ code: 4403, why: 'room-unknown' })
  expect(await (await scene.opens(host.room)).closed).toEqual({ code: 4403, why: 'no-entry' })
})

test('[ENTER-4] a spent link lets nobody in, and still names whom to ask', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const viewers = await scene.link(host, 'viewer')
  const data = new DatabaseSync(join(scene.folder, 'rostrum.db'))
  data.exec('UPDATE links SET revokedAt = 1')
  data.close()
  const spent = { status: 410, refusal: 'link-revoked', host: hana.name }
  expect(refused(await scene.get(viewers))).toEqual(spent)
  expect(refused(await scene.post(viewers, { name: mei.name }))).toEqual(spent)
})

test('a whole hall behind one address gets in', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const viewers = await scene.link(host, 'viewer')
  const hall = await Promise.all(Array.from({ length: 500 }, async () => await scene.post(viewers, { name: mei.name })))
  expect(new Set(hall.map((answer) => answer.status))).toEqual(new Set([200]))
  expect(new Set(hall.map((answer) => answer.cookie)).size).toBe(500)
})

test('what is no JSON, too large, or nothing that is served is refused in words', async () => {
  const scene = await openScene()
  const large = await scene.post('/api/rooms', { name: 'x'.repeat(100_000) })
  expect(refused(large)).toEqual({ status: 413, refusal: 'name-long' })
  for (const body of [{}, { name: 'A', host: 'B', mode: 'party' }, { name: 'A', host: 'B' }, null])
    expect(refused(await scene.post('/api/rooms', body))).toEqual({ status: 400, refusal: 'bad-request' })
  for (const path of [
    '/api/nothing',
    '/twirp/livekit.RoomService/ListRooms',
    '/whip',
    '/agent',
    '/rtc',
    '/assets/x.js',
  ])
    expect(refused(await scene.get(path))).toEqual({ status: 404, refusal: 'bad-request' })
  for (const path of ['/', '/r/whatever', '/i/whatever']) {
    const page = await scene.get(path)
    expect(page).toMatchObject({ status: 200, body: '<title>Rostrum</title>' })
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  }
})

test('a page of another origin can neither ask nor listen, whatever cookie its visitor has', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const asking = { cookie: host.cookie, origin: 'https://elsewhere.example' }
  const room = { name: 'A', host: 'B', mode: 'webinar' }
  expect(refused(await scene.post('/api/rooms', room, asking))).toEqual({ status: 403, refusal: 'not-allowed' })
  await expect(scene.opens(host.room, asking)).rejects.toThrow('403')
  await expect(scene.opens(host.room, { cookie: host.cookie, origin: '' })).rejects.toThrow('403')
})

test('a cookie is good in its own room alone', async () => {
  const scene = await openScene()
  const [host, other] = [await scene.creates(), await scene.creates({ host: kwame.name })]
  expect(await scene.page(other.room, host)).toMatchObject({ you: null, links: null })
  const secret = host.cookie.split('=')[1]
  const renamed = { ...host, room: other.room, cookie: `rostrum_${other.room}=${secret}` }
  expect((await scene.page(other.room, renamed)).you).toBeNull()
  for (const cookie of [host.cookie, renamed.cookie])
    expect(await (await scene.opens(other.room, { cookie })).closed).toEqual({ code: 4403, why: 'no-entry' })
})

test('[ROLE-1] [ROLE-2] a link gives its role and never a lower one; only who runs the room sees the links', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const seen = async (visitor: typeof host) => {
    const { you, links } = await scene.page(host.room, visitor)
    return [you?.role, links !== null]
  }
  const guest = await scene.enters(host, 'viewer', kwame)
  expect(await seen(guest)).toEqual(['participant', false])
  await scene.post(await scene.link(host, 'speaker'), {}, guest)
  expect(await seen(guest)).toEqual(['speaker', false])
  const moderators = await scene.link(host, 'moderator')
  expect(linkPage(await scene.get(moderators, guest))).toMatchObject({ role: 'moderator', you: kwame.name })
  await scene.post(moderators, {}, guest)
  expect(await seen(guest)).toEqual(['moderator', true])
  const viewers = await scene.link(host, 'viewer')
  for (const visitor of [guest, host]) await scene.post(viewers, {}, visitor)
  expect(await seen(guest)).toEqual(['moderator', true])
  expect(await seen(host)).toEqual(['host', true])
})

test('[AUDIENCE-3] [AUDIENCE-6] an invitation is known to its person and to who runs the room, and to no viewer', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const kwames = await scene.joins(await scene.enters(host, 'moderator', kwame))
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  const meis = await scene.joins(await scene.enters(host, 'viewer', mei))
  const { you } = await noors.frame('welcome')
  await hanas.does({ type: 'invite', person: you.id })
  await Promise.all([kwames.told('invited'), noors.told('invited')])
  const viewers = { type: 'viewers', language: 'en', search: 'noor', from: 0, limit: 10 } as const
  expect(await kwames.finds(viewers)).toMatchObject({ total: 1, rows: [{ invitation: { by: expect.any(String) } }] })
  expect(await meis.finds(viewers)).toMatchObject({ total: 1, rows: [{ invitation: null }] })
  const late = await scene.joins(await scene.enters(host, 'speaker', amara))
  await hanas.does({ type: 'revokeInvitation', person: you.id })
  await noors.told('invitationClosed')
  for (const other of [meis, late]) {
    await other.finds({ type: 'ticket' })
    expect(JSON.stringify(other.frames)).not.toMatch(/"invited"|"invitationClosed"|"invitation":\{/)
  }
})

test('[ENTER-5] at the door one is told what the way in and the way to the stage have become', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const atDoor = await scene.calls(await scene.enters(host, 'viewer', mei))
  await hanas.does({ type: 'setAccess', access: 'everyone' })
  await atDoor.frame(
    'welcome',
    ({ inside, door, session }) => !inside && door === 'open' && session.access === 'everyone',
  )
  await hanas.does({ type: 'lockRoom', on: true })
  await atDoor.frame('welcome', ({ inside, door }) => !inside && door === 'locked')
  const from = atDoor.frames.length
  await hanas.does({ type: 'lockRoom', on: false })
  const { session } = await atDoor.frame('welcome', ({ door }) => door === 'open', from)
  expect(session.people).toEqual([])
})

test('[ENTER-2] [AUDIENCE-1] at the door one hears the numbers, and of nobody', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const atDoor = await scene.calls(await scene.enters(host, 'viewer', mei))
  const welcome = await atDoor.frame('welcome')
  expect(welcome).toMatchObject({ inside: false, host: hana.name, session: { people: [], hands: [] } })
  await hanas.does({ type: 'goOnStage', microphone: true, camera: true })
  await hanas.does({ type: 'raiseHand' })
  scene.clock.turn(1_000)
  expect((await atDoor.frame('audience', ({ audience }) => audience.hands === 1)).audience).toMatchObject({ heads: [] })
  expect(await atDoor.finds({ type: 'viewers', language: 'en', search: '', from: 0, limit: 10 })).toBe('not-in-room')
  expect(await atDoor.asks({ type: 'goOnStage', microphone: true, camera: true })).toBe('not-in-room')
  expect(atDoor.events).toEqual([])
})

test('an address that cannot be read is refused in our words', async () => {
  const scene = await openScene()
  for (const path of ['/api/rooms/%E0%A4%A', '/api/%', '/r/%FF'])
    expect(refused(await scene.get(path))).toEqual({ status: 400, refusal: 'bad-request' })
})
