import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PDF } from '../../../test/rules/content-files.ts'
import { hana, kwame, mei, noor } from '../../../test/rules/people.ts'
import { openScene, refused } from '../../../test/server/app-server.ts'
import { account, adds, emailOf, makesRoom } from '../../../test/server/members.ts'
import { Tus } from '../../../test/server/uploads.ts'
import { Storyboard, Storyboards } from '../../protocol/presenting/storyboard.ts'

/** A room with a host, a moderator, and three files. */
async function withFiles() {
  const scene = await openScene()
  const host = await scene.creates()
  const tus = new Tus(scene)
  const ids: string[] = []
  for (const name of ['One.pdf', 'Two.pdf', 'Three.pdf']) ids.push((await tus.brings(host, name, PDF)).id)
  const moderator = await scene.enters(host, 'moderator', kwame)
  const path = `/api/rooms/${host.room}/storyboard`
  const strip = async (who = host) => v.parse(Storyboard, (await scene.get(path, who)).body)
  const names = async (who = host) => (await strip(who)).documents.map(({ name }) => name)
  const sets = async (revision: number, documents: readonly string[], who = host) =>
    await scene.post(path, { revision, documents }, who)
  return { scene, host, moderator, tus, ids, path, strip, names, sets }
}

test('[STORYBOARD-1] who runs the room arranges its files, all of them see it, and nobody else', async () => {
  const { scene, host, moderator, ids, path, names, sets } = await withFiles()
  expect(await names()).toEqual([])
  const [one = '', two = '', three = ''] = ids
  expect((await sets(0, [three, one, three, 'x'.repeat(22)])).status).toBe(200)
  expect(await names(moderator)).toEqual(['Three.pdf', 'One.pdf'])
  expect((await sets(1, [two], moderator)).status).toBe(200)
  expect(await names()).toEqual(['Two.pdf'])
  for (const role of ['viewer', 'speaker'] as const) {
    const other = await scene.enters(host, role, role === 'viewer' ? noor : mei)
    expect(refused(await scene.get(path, other)).refusal).toBe('not-allowed')
    expect(refused(await sets(2, [one], other)).refusal).toBe('not-allowed')
  }
  for (const bad of [{}, { revision: -1, documents: [] }, { revision: 2, documents: ['short'] }, { revision: 2 }])
    expect(refused(await scene.post(path, bad, host)).refusal).toBe('bad-request')
})

test('[STORYBOARD-2] who did not see the last change changes nothing, and a file that is deleted leaves it', async () => {
  const { scene, host, ids, strip, names, sets } = await withFiles()
  await sets(0, ids)
  expect(refused(await sets(0, [])).refusal).toBe('changed-meanwhile')
  expect(await names()).toEqual(['One.pdf', 'Two.pdf', 'Three.pdf'])
  await scene.post(`/api/rooms/${host.room}/documents/${ids[1]}/delete`, {}, host)
  expect(await names()).toEqual(['One.pdf', 'Three.pdf'])
  expect((await strip()).revision).toBe(1)
})

test('[STORYBOARD-2] other moderators inside are told of a change', async () => {
  const { scene, moderator, ids, sets } = await withFiles()
  const inside = await scene.joins(moderator)
  scene.clock.turn(1_000)
  const before = inside.frames.length
  await sets(0, ids)
  scene.clock.turn(1_000)
  expect(await inside.frame('contentChanged', () => true, before)).toEqual({ type: 'contentChanged' })
})

test('[STORYBOARD-4] one is saved under a name, imported after what is there, called otherwise and deleted', async () => {
  const { scene, host, ids, names, sets } = await withFiles()
  const path = `/api/rooms/${host.room}/storyboards`
  const [one = '', two = '', three = ''] = ids
  await sets(0, [two, one])
  const saved = v.parse(Storyboards, (await scene.post(path, { name: '  Assembly\u202E 2026 ' }, host)).body)
  expect(saved.storyboards).toMatchObject([{ name: 'Assembly 2026', documents: 2 }])
  const id = saved.storyboards[0]?.id ?? ''
  await sets(1, [three, one])
  expect((await scene.post(`${path}/${id}/import`, {}, host)).status).toBe(200)
  expect(await names()).toEqual(['Three.pdf', 'One.pdf', 'Two.pdf'])
  expect(refused(await scene.post(path, { name: 'x'.repeat(41) }, host)).refusal).toBe('name-long')
  expect(refused(await scene.post(`${path}/${id}`, { name: ' ' }, host)).refusal).toBe('name-empty')
  const renamed = v.parse(Storyboards, (await scene.post(`${path}/${id}`, { name: 'Assembly' }, host)).body)
  expect(renamed.storyboards.map(({ name }) => name)).toEqual(['Assembly'])
  expect(v.parse(Storyboards, (await scene.post(`${path}/${id}/delete`, {}, host)).body).storyboards).toEqual([])
  for (const gone of [`${path}/${id}/import`, `${path}/${id}`])
    expect(refused(await scene.post(gone, { name: 'x' }, host)).refusal).toBe('storyboard-gone')
})

test('[STORYBOARD-5] accounts prepare it while nobody is or ever was inside, and the session that begins has it', async () => {
  const scene = await openScene()
  const [host, moderator, other] = [await account(scene, hana), await account(scene, kwame), await account(scene, noor)]
  const room = await makesRoom(host)
  await adds(host, room, emailOf(kwame), 'moderator')
  await adds(host, room, emailOf(noor), 'speaker')
  const tus = new Tus(scene)
  const brought = []
  for (const name of ['One.pdf', 'Two.pdf'])
    brought.push(await tus.brings({ room, cookie: moderator.cookie }, name, PDF))
  const [path, [one, two]] = [`/api/rooms/${room}/storyboard`, brought.map(({ id }) => id)]
  const names = async () => v.parse(Storyboard, (await host.get(path)).body).documents.map(({ name }) => name)
  expect((await moderator.post(path, { revision: 0, documents: [two, one] })).status).toBe(200)
  expect(await names()).toEqual(['Two.pdf', 'One.pdf'])
  for (const cookie of [other.cookie, (await account(scene, mei)).cookie, 'nobody=1', '']) {
    expect(refused(await scene.get(path, { cookie })).refusal).toBe('not-allowed')
    expect(refused(await scene.post(path, { revision: 1, documents: [] }, { cookie })).refusal).toBe('not-allowed')
    expect(refused(await scene.post(`${path}s`, { name: 'Mine' }, { cookie })).refusal).toBe('not-allowed')
  }
  await scene.joins({ name: hana.name, room, cookie: host.cookie })
  expect(await names()).toEqual(['Two.pdf', 'One.pdf'])
})
