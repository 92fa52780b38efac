import { expect, test } from 'vitest'
import { newFolder, openScene, refused, type Scene } from '../../../test/server/app-server.ts'
import type { Caller } from '../../../test/server/socket-client.ts'
import { filesWith } from '../../../test/server/store-files.ts'
import { memoryStore } from '../../../test/store/store.memory.ts'
import { kwame, noor } from '../../../test/rules/people.ts'
import { CLOSED } from '../../protocol/frames.ts'
import { openSqlite } from '../store/store.sqlite.ts'

const GONE = { code: CLOSED.noEntry, why: 'data-deleted' }
const NAME = 'Zebedee Finch'
const WORDS = 'zanzibar'
const newest = { before: null, after: null, limit: 50 } as const

const write = (text: string, to: string | null = null, reply: number | null = null) =>
  ({ type: 'write', text, to, reply, key: null }) as const

/** A room in which somebody has written, been quoted and pinned, raised a hand and given feedback, in two sessions. */
async function talkative(scene: Scene) {
  const host = await scene.creates()
  const who = await scene.enters(host, 'viewer', { name: NAME })
  const other = await scene.enters(host, 'viewer', noor)
  const talk = async () => {
    const [owner, them, noors] = [await scene.joins(host), await scene.joins(who), await scene.joins(other)]
    const { you } = await them.frame('welcome')
    const { you: reader } = await noors.frame('welcome')
    await them.does(write(`${WORDS} to all`))
    await them.does(write(`${WORDS} to one`, reader.id))
    await noors.does(write('An answer', null, 1))
    await noors.does({ type: 'likeMessage', n: 1, on: true })
    await owner.does({ type: 'pinMessage', n: 1 })
    await them.does({ type: 'raiseHand' })
    await them.does({ type: 'giveReason', reason: WORDS })
    await them.does({ type: 'giveFeedback', mark: 3, text: WORDS })
    await owner.does({ type: 'setChatModerator', person: you.id, on: true })
    return { owner, them, noors, id: you.id }
  }
  return { host, who, other, talk }
}

const textsOf = async (reader: Caller, other: string | null = null) => {
  const found = await reader.finds({ type: 'messages', with: other, ...newest })
  return typeof found === 'object' && found.type === 'messages'
    ? found.messages.map(({ n, text, quote }) => [n, text, quote])
    : found
}

test('[KEEP-6] [KEEP-7] it takes one out of the room, and what one wrote from everybody, in every session, at once', async () => {
  const scene = await openScene()
  const { host, who, talk } = await talkative(scene)
  const first = await talk()
  await first.owner.does({ type: 'endSession' })
  for (const caller of [first.owner, first.them, first.noors]) await caller.goes('closed')
  scene.clock.turn(60_000)
  const { owner, them, noors, id } = await talk()
  void them.asks({ type: 'deleteMyData' }).catch(() => null)
  expect(await them.closed).toEqual(GONE)
  await noors.told('dataDeleted', ({ person }) => person === id)
  expect(await textsOf(noors)).toEqual([[2, 'An answer', null]])
  expect(await textsOf(noors, id)).toEqual([])
  expect(await noors.finds({ type: 'threads' })).toEqual({ type: 'threads', threads: [] })
  await expect.poll(async () => await owner.finds({ type: 'feedback' })).toEqual({ type: 'feedback', feedback: [] })
  const acts = await owner.finds({ type: 'acts' })
  expect(JSON.stringify(acts)).not.toContain(NAME)
  await noors.does(write('Later'))
  expect(await textsOf(noors)).toEqual([
    [2, 'An answer', null],
    [3, 'Later', null],
  ])
  // The cookie opens nothing; by a link one is somebody new.
  expect((await scene.page(host.room, who)).you).toBeNull()
  expect(await (await scene.opens(host.room, { cookie: who.cookie })).closed).toEqual({
    code: CLOSED.noEntry,
    why: 'no-entry',
  })
  const again = await scene.post(await scene.link(host, 'viewer'), { name: NAME }, { cookie: who.cookie })
  expect(again.status).toBe(200)
})

test('[KEEP-9] no byte of it is in any file, while the session runs, after it, and after a restart', async () => {
  const folder = newFolder()
  const scene = await openScene({ folder })
  const { who, talk } = await talkative(scene)
  const { owner, them, id } = await talk()
  void them.asks({ type: 'deleteMyData' }).catch(() => null)
  await them.closed
  await expect.poll(() => filesWith(folder, NAME, WORDS, id), { timeout: 20_000 }).toEqual([])
  // The session goes on from what was rewritten.
  await owner.does({ type: 'setAccess', access: 'request' })
  await owner.does({ type: 'endSession' })
  await scene.close()
  expect(filesWith(folder, NAME, WORDS, id)).toEqual([])
  const later = await openScene({ folder })
  expect((await later.page(who.room)).endedAt).not.toBeNull()
  expect(filesWith(folder, NAME, WORDS, id)).toEqual([])
})

test('[KEEP-6] after the end, and from the door, one deletes them as well', async () => {
  const scene = await openScene()
  const { who, talk } = await talkative(scene)
  const { owner, them } = await talk()
  await owner.does({ type: 'endSession' })
  void them.asks({ type: 'deleteMyData' }).catch(() => null)
  expect(await them.closed).toEqual(GONE)
  expect((await scene.page(who.room, who)).you).toBeNull()
  const stranger = await scene.calls(await scene.enters(await scene.creates(), 'viewer', kwame))
  void stranger.asks({ type: 'deleteMyData' }).catch(() => null)
  expect(await stranger.closed).toEqual(GONE)
})

test('[KEEP-8] the host is told to delete the room instead, and nothing happens', async () => {
  const scene = await openScene()
  const host = await scene.creates()
  const owner = await scene.joins(host)
  expect(await owner.asks({ type: 'deleteMyData' })).toBe('host-stays')
  expect((await scene.page(host.room, host)).you).not.toBeNull()
})

test('[KEEP-6] while the store is away or full it is refused, and one stays', async () => {
  const store = memoryStore()
  const scene = await openScene({ store })
  const host = await scene.creates()
  const caller = await scene.joins(await scene.enters(host, 'viewer', { name: NAME }))
  await scene.joins(host)
  store.down = true
  expect(await caller.asks({ type: 'deleteMyData' })).toBe('store-down')
  store.down = false
  store.full = true
  expect(await caller.asks({ type: 'deleteMyData' })).toBe('disk-full')
  store.full = false
  void caller.asks({ type: 'deleteMyData' }).catch(() => null)
  expect(await caller.closed).toEqual(GONE)
})

test('[KEEP-4] what the server had begun when it was killed it finishes when it is back', async () => {
  const folder = newFolder()
  const scene = await openScene({ folder })
  const { host, talk } = await talkative(scene)
  const { id } = await talk()
  await scene.close()
  const store = openSqlite(folder)
  await store.forgetPerson(host.room, id, 'alias'.padEnd(22, '_'))
  await store.close()
  const later = await openScene({ folder })
  await expect.poll(() => filesWith(folder, NAME, WORDS, id), { timeout: 20_000 }).toEqual([])
  expect(refused(await later.get('/api/rooms/none')).status).toBe(404)
  expect((await later.page(host.room)).live).toMatchObject({ viewers: 2 })
})
