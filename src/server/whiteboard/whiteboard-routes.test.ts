import { pino } from 'pino'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { kwame, noor } from '../../../test/rules/people.ts'
import { newFolder, openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { pdfOf } from '../../../test/server/conversion.ts'
import { Tus } from '../../../test/server/uploads.ts'
import { BoardMade, BoardPageState } from '../../protocol/presenting/whiteboard.ts'
import { openDatabase } from '../database/database.ts'

const stroke = (more: object = {}) => ({
  id: 'one',
  type: 'freedraw',
  version: 1,
  versionNonce: 7,
  isDeleted: false,
  index: 'a0',
  x: 10,
  y: 20,
  link: null,
  points: [
    [0, 0],
    [5, 5],
  ],
  pressures: [],
  ...more,
})

/** A room in which its host presents a whiteboard, and a viewer who watches. */
async function withBoard(folder = newFolder()) {
  const scene = await openScene({ folder })
  const host = await scene.creates()
  const path = `/api/rooms/${host.room}/whiteboards`
  const { board } = v.parse(BoardMade, (await scene.post(path, { name: 'Whiteboard' }, host)).body)
  const stage = await scene.joins(host)
  await stage.does({ type: 'presentContent', document: board, page: 1, instead: null })
  const viewer = await scene.enters(host, 'viewer', noor)
  const watching = await scene.joins(viewer)
  return { scene, host, viewer, stage, watching, board, path: `${path}/${board}` }
}

const elementsOf = async (scene: Scene, who: Visitor, path: string, page = 1) =>
  v.parse(BoardPageState, (await scene.get(`${path}/pages/${page}`, who)).body).elements
const drawn = async (...asked: Parameters<typeof elementsOf>) => (await elementsOf(...asked)).map(({ id }) => id)

test('[BOARD-1] [BOARD-4] who may draws, everybody inside is told in a tick, and who comes later sees all of it', async () => {
  const { scene, host, viewer, watching, board, path } = await withBoard()
  expect((await scene.post(`${path}/pages/1`, { elements: [stroke()] }, host)).status).toBe(204)
  scene.clock.turn(50)
  expect(await watching.frame('drawn')).toMatchObject({ board, page: 1, elements: [{ id: 'one', x: 10 }] })
  expect(await drawn(scene, viewer, path)).toEqual(['one'])
  await scene.post(`${path}/pointer`, { page: 1, x: 3, y: 4, laser: true }, host)
  scene.clock.turn(50)
  expect(await watching.frame('pointed')).toMatchObject({ pointers: [{ x: 3, laser: true, name: host.name }] })
})

test('[BOARD-1] a raw client without the permission is refused, and so is who has it no more', async () => {
  const { scene, host, viewer, stage, watching, path } = await withBoard()
  const draws = async (who: Visitor) => await scene.post(`${path}/pages/1`, { elements: [stroke()] }, who)
  expect(refused(await draws(viewer)).refusal).toBe('not-permitted')
  const { id } = (await watching.frame('welcome', ({ inside }) => inside)).you
  await stage.does({ type: 'setPermissions', person: id, permissions: { draw: true } })
  expect((await draws(viewer)).status).toBe(204)
  await stage.does({ type: 'setPermissions', person: id, permissions: { draw: false } })
  expect(refused(await draws(viewer)).refusal).toBe('not-permitted')
  const outside = await scene.enters(host, 'moderator', kwame)
  for (const who of [outside, { ...viewer, cookie: '' }])
    for (const answer of [await draws(who), await scene.get(`${path}/pages/1`, who)])
      expect(refused(answer).refusal).toBe('not-presented')
  expect(refused(await scene.post(path.slice(0, path.lastIndexOf('/')), { name: 'Mine' }, viewer)).refusal).toBe(
    'not-allowed',
  )
})

test('[BOARD-2] what is no element, too much or elsewhere is refused, and nothing of it kept', async () => {
  const { scene, host, path } = await withBoard()
  const bad = [
    [stroke({ type: 'iframe' })],
    [stroke({ type: 'image' })],
    [stroke({ version: -1 })],
    [stroke({ x: 1e9 })],
    [stroke({ id: '' })],
    [stroke({ x: -1e308 })],
    [stroke({ version: 2 ** 53 })],
    // Over these a page would stumble that draws them, and every other one with it.
    [stroke({ points: null })],
    [stroke({ points: [] })],
    [stroke({ points: [[0, 0], [1]] })],
    [stroke({ points: [[0, '0']] })],
    [stroke({ pressures: undefined })],
    [stroke({ groupIds: 5 })],
    [stroke({ boundElements: [null] })],
    [stroke({ type: 'text', text: { length: 1 } })],
    [stroke({ index: 'zzz' })],
    [stroke({ index: 'a00' })],
    [stroke({ index: 'é' })],
    [null],
    Array.from({ length: 501 }, () => stroke()),
  ]
  for (const elements of bad)
    expect(refused(await scene.post(`${path}/pages/1`, { elements }, host)).refusal).toBe('bad-request')
  for (const page of ['2', '0', '99', 'x'])
    expect((await scene.post(`${path}/pages/${page}`, { elements: [stroke()] }, host)).status).toBe(400)
  const large = [stroke({ text: 'x'.repeat(450_000) })]
  expect((await scene.post(`${path}/pages/1`, { elements: large }, host)).status).toBeGreaterThanOrEqual(400)
  expect(await drawn(scene, host, path)).toEqual([])
})

test('[BOARD-2] of an element stays what Excalidraw has of one, whatever its id', async () => {
  const { scene, host, path } = await withBoard()
  const ids = ['__proto__', 'constructor', 'toString']
  const elements = ids.map((id) => stroke({ id, font: 5, boundElementIds: 5, rawText: 'x', deep: [[[]]] }))
  expect((await scene.post(`${path}/pages/1`, { elements }, host)).status).toBe(204)
  const kept = await elementsOf(scene, host, path)
  expect(kept.map(({ id }) => id)).toEqual(ids.toSorted())
  for (const each of kept) expect(Object.keys(each)).not.toContain('font')
})

test('[BOARD-2] nobody makes an element that nobody can change any more', async () => {
  const { scene, host, path } = await withBoard()
  const draws = async (version: number) =>
    await scene.post(`${path}/pages/1`, { elements: [stroke({ version, versionNonce: 0 })] }, host)
  expect(refused(await draws(Number.MAX_SAFE_INTEGER)).refusal).toBe('bad-request')
  expect((await draws(1_000_000)).status).toBe(204)
  expect((await draws(1_999_999)).status).toBe(204)
  expect(refused(await draws(3_000_000)).refusal).toBe('bad-request')
})

test('[BOARD-2] an element too many and one too large are refused, not lost in silence', async () => {
  const { scene, host, path } = await withBoard()
  const dots = (from: number, many: number) =>
    Array.from({ length: many }, (_, n) => stroke({ id: `${from + n}`, points: [[0, 0]] }))
  for (let from = 0; from < 3_000; from += 500)
    expect((await scene.post(`${path}/pages/1`, { elements: dots(from, 500) }, host)).status).toBe(204)
  expect(refused(await scene.post(`${path}/pages/1`, { elements: dots(3_000, 1) }, host)).refusal).toBe('content-full')
  const again = [stroke({ id: '0', version: 2, isDeleted: true })]
  expect((await scene.post(`${path}/pages/1`, { elements: again }, host)).status).toBe(204)
  const large = [stroke({ id: '1', version: 2, text: 'x'.repeat(64_000) })]
  expect(refused(await scene.post(`${path}/pages/1`, { elements: large }, host)).refusal).toBe('content-full')
})

test('[BOARD-2] a room keeps fifty boards', async () => {
  const { scene, host, path } = await withBoard()
  const database = openDatabase(scene.folder, pino({ level: 'silent' }))
  const rows = Array.from({ length: 48 }, (_, n) => ({
    id: `${n}`,
    room: host.room,
    name: 'Old',
    pages: '[[]]',
    at: 0,
    layerOf: null,
  }))
  await database.insertInto('whiteboards').values(rows).execute()
  await database.destroy()
  const makes = async () =>
    await scene.post(path.slice(0, path.lastIndexOf('/')), { name: 'Another', fresh: true }, host)
  expect((await makes()).status).toBe(200)
  expect(refused(await makes()).refusal).toBe('content-full')
})

test('[BOARD-4] much that is drawn at once comes in several ticks, so that nobody is cut off for it', async () => {
  const { scene, host, watching, path } = await withBoard()
  const text = 'x'.repeat(60_000)
  for (let n = 0; n < 3; n += 1) {
    const elements = Array.from({ length: 6 }, (_, each) => stroke({ id: `element ${n} ${each}`, text }))
    await scene.post(`${path}/pages/1`, { elements }, host)
  }
  const seen = new Set<string>()
  while (seen.size < 18) {
    scene.clock.turn(50)
    const { elements } = await watching.frame('drawn', ({ elements: [first] }) => !seen.has(first?.id ?? ''))
    expect(elements.length).toBeLessThan(6)
    for (const { id } of elements) seen.add(id)
  }
})

test('[BOARD-2] a board that is full takes nothing more, and keeps what it has', async () => {
  const { scene, host, path } = await withBoard()
  const text = 'x'.repeat(60_000)
  let full = 0
  for (let n = 0; n < 30 && full === 0; n += 1) {
    const elements = Array.from({ length: 6 }, (_, each) => stroke({ id: `element ${n} ${each}`, text }))
    const answer = await scene.post(`${path}/pages/1`, { elements }, host)
    if (answer.status !== 204) full = n
    if (answer.status !== 204) expect(refused(answer).refusal).toBe('content-full')
  }
  expect(full).toBeGreaterThan(20)
  expect(await drawn(scene, host, path)).toHaveLength(6 * full)
})

test('[BOARD-3] what was drawn is there after a stop of the server, with its pages', async () => {
  const folder = newFolder()
  const { scene, host, stage, board, path } = await withBoard(folder)
  expect((await scene.post(`${path}/pages`, {}, host)).body).toEqual({ board, pages: 2 })
  await stage.does({ type: 'presentContent', document: board, page: 2, instead: null })
  await scene.post(`${path}/pages/2`, { elements: [stroke(), stroke({ id: 'two', index: 'a1' })] }, host)
  await scene.post(`${path}/pages/2`, { elements: [stroke({ version: 2, isDeleted: true })] }, host)
  await scene.close()
  const again = await openScene({ folder, clock: scene.clock })
  const back = await again.calls(host)
  await back.frame('welcome')
  expect(await drawn(again, host, path)).toEqual([])
  const elements = await elementsOf(again, host, path, 2)
  expect(elements.map(({ id, isDeleted }) => [id, isDeleted])).toEqual([
    ['one', true],
    ['two', false],
  ])
})

test('[BOARD-1] the board of a room is opened again as it was left', async () => {
  const { scene, host, board, path } = await withBoard()
  await scene.post(`${path}/pages`, {}, host)
  const again = await scene.post(path.slice(0, path.lastIndexOf('/')), { name: 'Whiteboard' }, host)
  expect(again.body).toEqual({ board, pages: 2 })
})

test('[BOARD-1] once another thing is presented nobody draws on the board any more', async () => {
  const { scene, host, stage, path } = await withBoard()
  const other = v.parse(
    BoardMade,
    (await scene.post(path.slice(0, path.lastIndexOf('/')), { name: 'Another', fresh: true }, host)).body,
  )
  await stage.does({ type: 'presentContent', document: other.board, page: 1, instead: null })
  expect(refused(await scene.post(`${path}/pages/1`, { elements: [stroke()] }, host)).refusal).toBe('not-presented')
})

/** A room in which its host presents slides of three pages, and a viewer who watches. */
async function withSlides() {
  const scene = await openScene()
  const host = await scene.creates()
  const tus = new Tus(scene)
  const plan = await tus.brings(host, 'Plan.pdf', await pdfOf(['One', 'Two', 'Three']))
  const state = async () => (await tus.list(host)).documents.find(({ id }) => id === plan.id)?.state
  await expect.poll(state, { timeout: 60_000 }).toBe('ready')
  const stage = await scene.joins(host)
  await stage.does({ type: 'presentContent', document: plan.id, page: 1, instead: null })
  const viewer = await scene.enters(host, 'viewer', noor)
  const watching = await scene.joins(viewer)
  return { scene, host, viewer, stage, watching, plan, path: `/api/rooms/${host.room}/whiteboards/${plan.id}` }
}

test(
  '[BOARD-5] over slides too who may draws, a layer a page, as far as everybody was shown; it goes with the file',
  { timeout: 120_000 },
  async () => {
    const { scene, host, viewer, stage, watching, plan, path } = await withSlides()
    expect(await drawn(scene, viewer, path)).toEqual([])
    expect((await scene.post(`${path}/pages/2`, { elements: [stroke()] }, host)).status).toBe(204)
    scene.clock.turn(50)
    expect(await watching.frame('drawn')).toMatchObject({ board: plan.id, page: 2, elements: [{ id: 'one' }] })
    expect(await drawn(scene, viewer, path)).toEqual([])
    expect(await drawn(scene, viewer, path, 2)).toEqual(['one'])

    const draws = async (page: number, who = viewer) =>
      await scene.post(`${path}/pages/${page}`, { elements: [stroke({ id: 'mine' })] }, who)
    expect(refused(await draws(1)).refusal).toBe('not-permitted')
    const { id } = (await watching.frame('welcome', ({ inside }) => inside)).you
    await stage.does({ type: 'setPermissions', person: id, permissions: { draw: true } })
    expect((await draws(1)).status).toBe(204)
    // Nobody draws on, or sees, what nobody was shown.
    expect(refused(await draws(3)).refusal).toBe('bad-request')
    expect(refused(await scene.get(`${path}/pages/3`, viewer)).refusal).toBe('not-presented')
    for (const page of [4, 1_000, 9_999]) expect((await draws(page, host)).status).toBe(400)
    // A layer is no whiteboard of the room: it has no pages of its own, and is presented as its file alone.
    expect(refused(await scene.post(`${path}/pages`, {}, host)).refusal).toBe('not-presented')
    const boards = `/api/rooms/${host.room}/whiteboards`
    const { board } = v.parse(BoardMade, (await scene.post(boards, { name: 'Whiteboard' }, host)).body)
    expect(board).not.toBe(plan.id)

    expect((await scene.post(`/api/rooms/${host.room}/documents/${plan.id}/delete`, {}, host)).status).toBe(204)
    await expect.poll(async () => refused(await scene.get(`${path}/pages/2`, host)).refusal).toBe('not-presented')
    expect(await stage.asks({ type: 'presentContent', document: plan.id, page: 1, instead: null })).toBe(
      'nothing-to-present',
    )
  },
)

test('[BOARD-1] who floods a board with strokes waits, and neither others nor the own pointer with them', async () => {
  const { scene, host, viewer, stage, watching, path } = await withBoard()
  const { id } = (await watching.frame('welcome', ({ inside }) => inside)).you
  await stage.does({ type: 'setPermissions', person: id, permissions: { draw: true } })
  const draws = async (who: Visitor) => (await scene.post(`${path}/pages/1`, { elements: [] }, who)).status
  for (let n = 0; n < 120; n += 1) expect(await draws(viewer)).toBe(204)
  expect([await draws(viewer), await draws(host)]).toEqual([429, 204])
  expect((await scene.post(`${path}/pointer`, { page: 1, x: 3, y: 4, laser: true }, viewer)).status).toBe(204)
  scene.clock.turn(1_000)
  expect(await draws(viewer)).toBe(204)
})
