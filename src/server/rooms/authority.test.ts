import { expect, test } from 'vitest'
import { newPage } from '../../../test/server/socket-client.ts'
import { ON_STAGE } from '../../../test/rules/given.ts'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { VERSION } from '../../protocol/version.ts'
import { openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'

/** A room with Hana in it, and Kwame, who moderates. */
async function given() {
  const scene = await openScene()
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const moderator = await scene.enters(host, 'moderator', kwame)
  const kwames = await scene.joins(moderator)
  return { scene, host, hanas, moderator, kwames, id: (await kwames.frame('welcome')).you.id }
}

/** What somebody is let read of the links on the session page. */
const linksFor = async (scene: Scene, visitor: Visitor) => (await scene.page(visitor.room, visitor)).links

test('[ROLE-9] a demoted moderator runs the room from no window: spare, replaced, or opened anew', async () => {
  const { scene, hanas, moderator, kwames, id } = await given()
  const spare = await scene.opens(moderator.room, moderator)
  await hanas.does({ type: 'setRole', person: id, role: 'participant' })
  await spare.hello()
  expect((await kwames.closed).code).toBe(4409)
  await spare.does({ type: 'leave' })
  await spare.does({ type: 'join', page: spare.page })
  expect((await spare.frame('welcome', ({ inside }) => inside)).you.role).toBe('participant')
  expect(await spare.asks({ type: 'setAccess', access: 'invite' })).toBe('not-allowed')
  expect(await spare.finds({ type: 'acts' })).toBe('not-allowed')
  const later = await scene.joins(moderator)
  expect(await later.asks({ type: 'lockRoom', on: true })).toBe('not-allowed')
})

test('[ROLE-9] moderators’ news does not reach who was demoted', async () => {
  const { scene, host, hanas, kwames, id } = await given()
  const guest = await scene.joins(await scene.enters(host, 'viewer', mei))
  await hanas.does({ type: 'setRole', person: id, role: 'participant' })
  await guest.does({ type: 'raiseHand' })
  await hanas.told('handRaised')
  await kwames.finds({ type: 'ticket' })
  expect(kwames.events.filter(({ type }) => type === 'handRaised')).toEqual([])
})

test('[ROLE-9] [PRESENCE-6] a connection that was replaced is not heard any more', async () => {
  const { scene, hanas, moderator, kwames } = await given()
  await scene.calls(moderator)
  kwames.say({ type: 'do', ask: 900, command: { type: 'setAccess', access: 'invite' } })
  await kwames.closed
  await hanas.finds({ type: 'ticket' })
  expect(hanas.events.filter(({ type }) => type === 'accessSet')).toEqual([])
})

test('[PRESENCE-6] a window that was offline does not throw out the newer one, nor mute it; by a press it takes over', async () => {
  const { scene, hanas, moderator, kwames, id } = await given()
  kwames.sleeps()
  const newer = await scene.calls(moderator)
  await newer.does(ON_STAGE)
  await hanas.told('cameOnStage')
  const woken = await scene.opens(moderator.room, moderator, kwames.page)
  woken.say({ type: 'hello', version: VERSION, page: kwames.page, takesOver: false })
  expect((await woken.closed).code).toBe(4409)
  await newer.finds({ type: 'ticket' })
  const off = () => hanas.events.filter(({ type }) => type === 'microphoneTurned' || type === 'cameraTurned')
  expect(off()).toEqual([])
  const pressed = await scene.opens(moderator.room, moderator, kwames.page)
  await pressed.hello(VERSION, true)
  expect((await newer.closed).code).toBe(4409)
  // What another window had open is closed: only a press in this one opens it. [MUTE-2]
  await hanas.told('microphoneTurned', ({ person, on }) => person === id && !on)
})

test('[PRESENCE-6] an older window is known as such after a restart of the server, too', async () => {
  const { scene, host, hanas, moderator, kwames } = await given()
  kwames.sleeps()
  const newer = await scene.calls(moderator)
  await newer.does(ON_STAGE)
  await scene.close()
  const again = await openScene({ folder: scene.folder, clock: scene.clock })
  const back = await again.calls(host, hanas.page)
  const woken = await again.opens(moderator.room, moderator, kwames.page)
  woken.say({ type: 'hello', version: VERSION, page: kwames.page, takesOver: false })
  expect((await woken.closed).code).toBe(4409)
  await again.calls(moderator, newer.page)
  await back.told('cameBack')
  expect(back.events.filter(({ type }) => type === 'microphoneTurned')).toEqual([])
})

test('[ROLE-1] a higher link raises who is inside at once: for the rules, the own page and everybody', async () => {
  const { scene, host, hanas } = await given()
  const guest = await scene.enters(host, 'viewer', mei)
  const meis = await scene.joins(guest)
  const moderators = await scene.link(host, 'moderator')
  expect((await scene.post(moderators, {}, guest)).status).toBe(200)
  expect(await hanas.told('roleSet')).toMatchObject({ role: 'moderator', was: 'participant', by: null })
  expect((await meis.frame('welcome', ({ you }) => you.role === 'moderator')).inside).toBe(true)
  await meis.does({ type: 'setAccess', access: 'request' })
  expect((await scene.page(host.room, guest)).you?.role).toBe('moderator')
  // Opened again, it is no news.
  await scene.post(moderators, {}, guest)
  await scene.post(await scene.link(host, 'viewer'), {}, guest)
  await meis.does({ type: 'setAccess', access: 'everyone' })
  expect(hanas.events.filter(({ type }) => type === 'roleSet')).toHaveLength(1)
})

test('[ROLE-1] [WAIT-1] who waits, is raised by a link and comes in is not let in again, and stays a moderator on stage', async () => {
  const { scene, host, hanas } = await given()
  await hanas.does({ type: 'lockRoom', on: true })
  const guest = await scene.enters(host, 'viewer', mei)
  const meis = await scene.calls(guest)
  await meis.does({ type: 'join', page: meis.page })
  const { person } = await hanas.told('waiting')
  await scene.post(await scene.link(host, 'moderator'), {}, guest)
  await meis.does({ type: 'join', page: meis.page })
  await meis.frame('welcome', ({ inside }) => inside)
  await meis.does(ON_STAGE)
  expect(await hanas.told('stoppedWaiting')).toMatchObject({ person })
  await hanas.does({ type: 'admit', person })
  await hanas.does({ type: 'admitAll' })
  await hanas.does({ type: 'lockRoom', on: false })
  await meis.does({ type: 'setAccess', access: 'request' })
  await hanas.told('accessSet')
  expect(hanas.events.filter((event) => event.type === 'joined' && event.person === person)).toHaveLength(1)
})

test('[LINK-3] links are shown to who may hand them out now: not to the demoted, nor to the removed', async () => {
  const { scene, hanas, moderator, id } = await given()
  expect(await linksFor(scene, moderator)).toMatchObject({ moderator: expect.stringContaining('/i/') })
  await hanas.does({ type: 'removeFromRoom', person: id, lasting: false })
  expect(await linksFor(scene, moderator)).toBeNull()
  await hanas.does({ type: 'liftRemoval', person: id })
  const kwames = await scene.joins(moderator)
  await hanas.does({ type: 'setRole', person: id, role: 'speaker' })
  await kwames.frame('welcome', ({ you }) => you.role === 'speaker')
  expect(await linksFor(scene, moderator)).toBeNull()
  await kwames.does({ type: 'leave' })
  expect(await linksFor(scene, moderator)).toBeNull()
})

test('[LINK-1] [LINK-2] a link is revoked for itself, says so and whom to ask, and another is there at once', async () => {
  const { scene, host } = await given()
  const [viewers, speakers] = [await scene.link(host, 'viewer'), await scene.link(host, 'speaker')]
  const guest = await scene.enters(host, 'speaker', mei)
  const path = `/api/rooms/${host.room}/links/speaker/revoke`
  expect((await scene.post(path, {}, host)).status).toBe(200)
  const revoked = { status: 410, refusal: 'link-revoked', host: hana.name }
  expect(refused(await scene.get(speakers))).toEqual(revoked)
  expect(refused(await scene.post(speakers, { name: noor.name }))).toEqual(revoked)
  expect(refused(await scene.post(speakers, {}, guest))).toEqual(revoked)
  expect(await scene.link(host, 'speaker')).not.toBe(speakers)
  expect(await scene.link(host, 'viewer')).toBe(viewers)
  await scene.joins(await scene.enters(host, 'speaker', noor))
  // Who came by it stays who they are.
  expect((await scene.page(host.room, guest)).you?.role).toBe('speaker')
})

test('[LINK-1] nobody revokes a link who may not hand them out now', async () => {
  const { scene, host, hanas, moderator, id } = await given()
  const guest = await scene.enters(host, 'viewer', mei)
  const path = `/api/rooms/${host.room}/links/viewer/revoke`
  const notAllowed = { status: 403, refusal: 'not-allowed', host: hana.name }
  for (const who of [guest, {}, { ...moderator, cookie: 'rostrum=forged.forged' }])
    expect(refused(await scene.post(path, {}, who))).toEqual(notAllowed)
  await hanas.does({ type: 'removeFromRoom', person: id, lasting: true })
  expect(refused(await scene.post(path, {}, moderator))).toEqual(notAllowed)
  for (const wrong of ['/api/rooms/x/links/viewer/revoke', `/api/rooms/${host.room}/links/host/revoke`])
    expect(refused(await scene.post(wrong, {}, host))).toMatchObject({ status: 404 })
})

test('[REMOVE-7] who posts, leaves and comes again is removed, and blocked, also while away', async () => {
  const { scene, host, hanas } = await given()
  const guest = await scene.enters(host, 'viewer', mei)
  const meis = await scene.joins(guest)
  const { id } = (await meis.frame('welcome')).you
  await meis.does({ type: 'write', text: 'Spam', to: null, reply: null, key: null })
  await meis.does({ type: 'leave' })
  await hanas.does({ type: 'blockFromChat', person: id })
  await meis.does({ type: 'join', page: meis.page })
  expect(await meis.asks({ type: 'write', text: 'More', to: null, reply: null, key: null })).toBe('chat-blocked')
  await meis.does({ type: 'leave' })
  await hanas.does({ type: 'removeFromRoom', person: id, lasting: false })
  await meis.frame('welcome', ({ door }) => door === 'removed')
  expect(await meis.asks({ type: 'join', page: meis.page })).toBe('removed')
  expect((await hanas.told('removed')).name).toBe(mei.name)
  expect(await hanas.asks({ type: 'removeFromRoom', person: newPage(), lasting: false })).toBe('no-such-person')
})

test('[NAME-3] a new name is everybody’s at once, and is kept; a name that is none changes nothing', async () => {
  const { scene, host, hanas, kwames, id } = await given()
  for (const [name, refusal] of [
    ['', 'name-empty'],
    ['\u3164', 'name-empty'],
    ['x'.repeat(101), 'name-long'],
  ] as const)
    expect(await kwames.asks({ type: 'changeName', name })).toBe(refusal)
  await kwames.does({ type: 'changeName', name: '  Kwame \u00AD M. ' })
  expect(await hanas.told('nameChanged')).toMatchObject({ person: id, name: 'Kwame M.', was: kwame.name })
  expect((await kwames.frame('welcome', ({ you }) => you.name === 'Kwame M.')).you.id).toBe(id)
  const guest = await scene.joins(await scene.enters(host, 'viewer', mei))
  const seen = (await guest.frame('welcome', ({ inside }) => inside)).session.people.find((each) => each.id === id)
  expect(seen?.name).toBe('Kwame M.')
  await kwames.does({ type: 'leave' })
  await kwames.does({ type: 'join', page: kwames.page })
  await hanas.told('joined', ({ person, name }) => person === id && name === 'Kwame M.')
})

test('hello is said once: a second one ends the connection, and costs nobody else anything', async () => {
  const { hanas, kwames } = await given()
  await hanas.told('joined', ({ name }) => name === kwame.name)
  const before = hanas.events.length
  kwames.say({ type: 'hello', version: VERSION, page: newPage(), takesOver: true })
  expect(await kwames.closed).toEqual({ code: 4400, why: 'Hello is said once.' })
  await hanas.told('connectionLost')
  expect(hanas.events.length).toBe(before + 1)
})

test('[NAME-3] at the door, before a session and waiting for one, a name is changed as well', async () => {
  const { scene, host, hanas } = await given()
  const early = await scene.creates({ host: 'Noor' })
  const noors = await scene.calls(early)
  expect(await noors.asks({ type: 'changeName', name: ' ' })).toBe('name-empty')
  await noors.does({ type: 'changeName', name: noor.name })
  expect((await noors.frame('welcome', ({ you }) => you.name === noor.name)).inside).toBe(false)
  expect((await scene.page(early.room, early)).you?.name).toBe(noor.name)
  await hanas.does({ type: 'lockRoom', on: true })
  const meis = await scene.calls(await scene.enters(host, 'viewer', { name: 'M' }))
  await meis.does({ type: 'join', page: meis.page })
  await meis.does({ type: 'changeName', name: mei.name })
  const { person } = await hanas.told('nameChanged', ({ name }) => name === mei.name)
  await hanas.does({ type: 'admit', person })
  expect((await meis.frame('welcome', ({ inside }) => inside)).you.name).toBe(mei.name)
})
