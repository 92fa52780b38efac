import * as v from 'valibot'
import { expect, test } from 'vitest'
import { kwame, noor } from '../../../test/rules/people.ts'
import { newFolder, openScene, refused, type Scene, type Visitor } from '../../../test/server/app-server.ts'
import { BoardMade, BoardState } from '../../protocol/presenting/whiteboard.ts'

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

const drawn = async (scene: Scene, who: Visitor, path: string) =>
  v.parse(BoardState, (await scene.get(path, who)).body).pages.map((page) => page.map(({ id }) => id))

test('[BOARD-1] [BOARD-4] who may draws, everybody inside is told in a tick, and who comes later sees all of it', async () => {
  const { scene, host, viewer, watching, board, path } = await withBoard()
  expect((await scene.post(`${path}/pages/1`, { elements: [stroke()] }, host)).status).toBe(204)
  scene.clock.turn(50)
  expect(await watching.frame('drawn')).toMatchObject({ board, page: 1, elements: [{ id: 'one', x: 10 }] })
  expect(await drawn(scene, viewer, path)).toEqual([['one']])
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
    for (const answer of [await draws(who), await scene.get(path, who)])
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
    [null],
    Array.from({ length: 501 }, () => stroke()),
  ]
  for (const elements of bad)
    expect(refused(await scene.post(`${path}/pages/1`, { elements }, host)).refusal).toBe('bad-request')
  for (const page of ['2', '0', '99', 'x'])
    expect((await scene.post(`${path}/pages/${page}`, { elements: [stroke()] }, host)).status).toBe(400)
  const large = [stroke({ text: 'x'.repeat(450_000) })]
  expect((await scene.post(`${path}/pages/1`, { elements: large }, host)).status).toBeGreaterThanOrEqual(400)
  expect(await drawn(scene, host, path)).toEqual([[]])
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
  expect((await drawn(scene, host, path))[0]).toHaveLength(6 * full)
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
  const { pages } = v.parse(BoardState, (await again.get(path, host)).body)
  expect(pages.map((page) => page.map(({ id, isDeleted }) => [id, isDeleted]))).toEqual([
    [],
    [
      ['one', true],
      ['two', false],
    ],
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
