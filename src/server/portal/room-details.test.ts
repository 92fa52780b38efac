import * as v from 'valibot'
import { expect, test } from 'vitest'
import { openScene, refused, type Answer, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { Browser } from '../../../test/server/browser.ts'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { CLOSED } from '../../protocol/frames.ts'
import { ChangedMeanwhile, Deletion, RoomAbout, RoomDetails, type RoomChange } from '../../protocol/rooms.ts'
import { RoomMade } from '../../protocol/http.ts'

const DAY = 24 * 3_600_000
const pathOf = ({ room }: { room: string }, what = 'details') => `/api/rooms/${room}/${what}`
const detailsIn = ({ body }: Answer) => v.parse(RoomDetails, body)
const changeOf = ({ name, description, tags, early, brand, schedule, version }: RoomDetails): RoomChange => ({
  name,
  description,
  tags,
  early,
  brand,
  schedule,
  version,
  settings: {},
})

const LESSON: NonNullable<RoomChange['schedule']> = {
  start: '2026-01-07T09:15',
  minutes: 45,
  zone: 'Europe/Berlin',
  repeat: { every: 1, days: [3], until: null, count: 2 },
  exceptions: [],
  following: [],
}

const look = async (scene: Scene, who: Visitor) => detailsIn(await scene.get(pathOf(who), who))
async function change(scene: Scene, who: Visitor, given: Partial<RoomChange>): Promise<Answer> {
  return await scene.post(pathOf(who), { ...changeOf(await look(scene, who)), ...given }, who)
}

test('[ROOM-1] [ROOM-2] what is set holds from the next session, and one that runs goes on as it is', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const owner = await scene.joins(host)
  scene.clock.turn(1_000)
  const settings = { mode: 'webinar', access: 'request', stageSize: 4, waitingRoom: true, chat: false } as const
  const changed = detailsIn(await change(scene, host, { name: 'Physics 101', early: 30, tags: ['waves'], settings }))
  expect(changed).toMatchObject({ name: 'Physics 101', early: 30, tags: ['waves'], isLive: true, version: 1, settings })
  expect(await scene.page(host.room)).toMatchObject({ name: 'Physics 101', mode: 'interactive', access: 'everyone' })
  await owner.does({ type: 'endSession' })
  scene.clock.turn(1_000)
  const again = await scene.joins(host)
  const { session } = await again.frame('welcome', ({ inside }) => inside)
  expect(session).toMatchObject({ name: 'Physics 101', locked: true, stageSize: 4, mode: 'webinar', access: 'request' })
  expect(session.chat.paused).toBe(true)
  expect(await scene.page(host.room)).toMatchObject({ mode: 'webinar', access: 'request', stageSize: 4 })
})

test('[ROOM-2] whoever stands at the door before the first session sees what was set, and waits', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const door = await scene.calls(await scene.enters(host, 'viewer', mei))
  await change(scene, host, { name: 'Harbour, second reading', settings: { waitingRoom: true } })
  await door.frame('welcome', ({ session }) => session.locked && session.name === 'Harbour, second reading')
  await door.does({ type: 'join', page: door.page })
  const { session } = await door.frame('welcome', ({ session: { waiting } }) => waiting.length === 1)
  expect(session.waiting).toMatchObject([{ name: mei.name }])
})

test('[ROOM-4] what is kept of a description is safe, for the page of everybody', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  await change(scene, host, { description: '**Bring** a spoon <script>alert(1)</script>' })
  const about = v.parse(RoomAbout, (await scene.get(pathOf(host, 'about'))).body)
  expect(about.html).toBe('<p><strong>Bring</strong> a spoon &lt;script&gt;alert(1)&lt;/script&gt;</p>')
  expect((await look(scene, host)).description).toBe('**Bring** a spoon <script>alert(1)</script>')
})

test('[ROOM-7] the second of two who edit is told what is there now, and nothing is lost', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const cohost = await scene.enters(host, 'moderator', kwame)
  const caller = await scene.joins(host)
  const person = (await (await scene.joins(cohost)).frame('welcome', ({ inside }) => inside)).you.id
  await caller.does({ type: 'setRole', person, role: 'cohost' })
  const before = changeOf(await look(scene, cohost))
  await change(scene, host, { name: 'First', description: 'By the first' })
  const answer = await scene.post(pathOf(host), { ...before, name: 'Second', settings: { stageSize: 3 } }, cohost)
  expect(answer.status).toBe(409)
  const { now } = v.parse(ChangedMeanwhile, answer.body)
  expect(now).toMatchObject({ name: 'First', description: 'By the first', version: 1 })
  expect(now.settings.stageSize).toBe(25)
  const merged = await scene.post(pathOf(host), { ...changeOf(now), name: 'Second' }, cohost)
  expect(detailsIn(merged)).toMatchObject({ name: 'Second', description: 'By the first', version: 2 })
})

test.for([
  ['name-empty', { name: '' }],
  ['description-long', { description: 'x'.repeat(5_001) }],
  ['tags-many', { tags: Array.from({ length: 11 }, (_, n) => `${n}`) }],
  ['early-wrong', { early: 121 }],
  ['stage-size-wrong', { settings: { stageSize: 50 } }],
  ['accent-faint', { brand: { accent: '#ffff00', waitingText: '', leaveTo: '' } }],
  ['address-wrong', { brand: { accent: '', waitingText: '', leaveTo: 'javascript:alert(1)' } }],
  ['schedule-end', { schedule: { ...LESSON, minutes: -30 } }],
  ['schedule-year', { schedule: { ...LESSON, start: '1900-01-01T09:00' } }],
  ['schedule-zone', { schedule: { ...LESSON, zone: 'Europe/Atlantis' } }],
  ['bad-request', { schedule: { ...LESSON, start: 'soon' } }],
  ['bad-request', { settings: { mode: 'circus' } as never }],
  ['bad-request', { version: 'newest' as never }],
] as const)(
  '[ROOM-5] [ROOM-6] a wrong change is refused with %s, and nothing of it is kept',
  async ([refusal, given]) => {
    const scene = await openScene()
    const host = await scene.creates()
    const wrong = await change(scene, host, {
      description: 'Never',
      tags: ['never'],
      ...(given as Partial<RoomChange>),
    })
    expect(refused(wrong)).toMatchObject({ status: 400, refusal })
    expect(await look(scene, host)).toMatchObject({ description: '', tags: [], version: 0 })
  },
)

test('a description of a megabyte is refused before it is read', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const answer = await scene.post(pathOf(host), { description: 'x'.repeat(1_000_000) }, host)
  expect(refused(answer)).toMatchObject({ status: 413, refusal: 'description-long' })
})

test('[ROOM-1] nobody but host and co-hosts sets a room, whatever the route', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const other = new Browser(scene)
  await other.signUp({ name: noor.name, email: 'noor@example.org' })
  await other.post('/api/rooms', { name: 'Another', host: noor.name, mode: 'interactive' })
  const wrong = {
    stranger: '',
    'a guest with a room of their own': (await scene.creates()).cookie,
    'another account': other.cookie,
    viewer: (await scene.enters(host, 'viewer', mei)).cookie,
    moderator: (await scene.enters(host, 'moderator', kwame)).cookie,
    'a forged cookie': 'rostrum=abc.def',
  }
  for (const [who, cookie] of Object.entries(wrong)) {
    const answers = [
      await scene.get(pathOf(host), { cookie }),
      await scene.post(pathOf(host), changeOf(await look(scene, host)), { cookie }),
      await scene.post(pathOf(host, 'archive'), { on: true }, { cookie }),
      await scene.post(pathOf(host, 'delete'), {}, { cookie }),
      await scene.post(pathOf(host, 'restore'), {}, { cookie }),
      await scene.post('/api/my/templates', { name: 'Mine', room: host.room }, { cookie }),
    ]
    expect(
      answers.map(refused).map(({ refusal }) => refusal),
      who,
    ).toEqual(Array(6).fill('not-allowed'))
    expect((await scene.get(pathOf(host, 'deletion'), { cookie })).body, who).toEqual({ undoUntil: null })
  }
  expect(await look(scene, host)).toMatchObject({ version: 0, archivedAt: null })
})

test('of a room that there is not, or under an address that is none, nothing is told', async () => {
  const scene = await openScene()
  const { cookie } = await scene.creates()
  for (const room of ['nowhere'.padEnd(22, '_'), 'x', '..%2f..']) {
    expect(refused(await scene.get(pathOf({ room }), { cookie })).refusal).toBe('room-unknown')
    expect(refused(await scene.get(pathOf({ room }, 'about'), { cookie })).refusal).toBe('room-unknown')
    expect(refused(await scene.post(pathOf({ room }, 'delete'), {}, { cookie })).refusal).toBe('room-unknown')
    expect(refused(await scene.post(pathOf({ room }, 'restore'), {}, { cookie })).refusal).toBe('not-allowed')
  }
})

test('[ROOM-1] an account sets its room from any browser, and one who was removed does not', async () => {
  const scene = await openScene()
  const desk = new Browser(scene)
  await desk.signUp({ name: hana.name, email: 'hana@example.org' })
  const made = await desk.post('/api/rooms', { name: 'Harbour', host: hana.name, mode: 'interactive' })
  const { room } = v.parse(RoomMade, made.body)
  const phone = new Browser(scene)
  await phone.signIn('hana@example.org')
  expect(detailsIn(await phone.get(pathOf({ room })))).toMatchObject({ role: 'host', name: 'Harbour' })
  const host = { name: hana.name, room, cookie: desk.cookie }
  const cohost = await scene.enters(host, 'moderator', kwame)
  const caller = await scene.joins(host)
  const person = (await (await scene.joins(cohost)).frame('welcome', ({ inside }) => inside)).you.id
  await caller.does({ type: 'setRole', person, role: 'cohost' })
  expect((await scene.get(pathOf({ room }), cohost)).status).toBe(200)
  await caller.does({ type: 'removeFromRoom', person, lasting: true })
  expect(refused(await scene.get(pathOf({ room }), cohost)).refusal).toBe('not-allowed')
})

test('[ROOM-8] a deleted room is closed to everybody at once, and comes back as it was', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const viewer = await scene.enters(host, 'viewer', mei)
  const link = await scene.link(host, 'viewer')
  await change(scene, host, { tags: ['kept'] })
  const [owner, watching] = [await scene.joins(host), await scene.joins(viewer)]
  const gone = { code: CLOSED.noEntry, why: 'room-deleted' }
  expect((await scene.post(pathOf(host, 'delete'), {}, host)).status).toBe(204)
  expect([await owner.closed, await watching.closed]).toEqual([gone, gone])
  expect(await (await scene.opens(host.room, viewer)).closed).toEqual(gone)
  for (const path of [`/api/rooms/${host.room}`, pathOf(host), pathOf(host, 'about'), link])
    expect(refused(await scene.get(path, host)), path).toMatchObject({ status: 410, refusal: 'room-deleted' })
  expect(refused(await scene.post(link, { name: 'Noor' })).refusal).toBe('room-deleted')
  const undoUntil = scene.clock.now() + 30 * DAY
  expect(v.parse(Deletion, (await scene.get(pathOf(host, 'deletion'), host)).body)).toEqual({ undoUntil })
  expect((await scene.get(pathOf(host, 'deletion'), viewer)).body).toEqual({ undoUntil: null })
  expect(refused(await scene.post(pathOf(host, 'restore'), {}, viewer)).refusal).toBe('not-allowed')
  expect((await scene.post(pathOf(host, 'restore'), {}, host)).status).toBe(204)
  expect(await look(scene, host)).toMatchObject({ tags: ['kept'], isLive: false })
  expect((await scene.get(link)).status).toBe(200)
  expect((await scene.joins(host)).page).toBeTruthy()
})

test('[ROOM-8] it stays deleted over a restart, and its session does not go on', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  await scene.joins(host)
  await scene.post(pathOf(host, 'delete'), {}, host)
  await scene.close()
  const after = await openScene({ folder: scene.folder })
  expect(refused(await after.get(`/api/rooms/${host.room}`, host)).refusal).toBe('room-deleted')
  expect((await after.post(pathOf(host, 'restore'), {}, host)).status).toBe(204)
  expect((await after.page(host.room, host)).live).toBeNull()
})
