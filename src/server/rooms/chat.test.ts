import { expect, test } from 'vitest'
import { newPage, type Caller } from '../../../test/server/socket-client.ts'
import { mei, noor, tom } from '../../../test/rules/people.ts'
import { openScene, type Scene } from '../../../test/server/app-server.ts'
import type { Command } from '../../protocol/commands.ts'
import type { Message } from '../../protocol/messages.ts'

const says = (text: string, to: string | null = null, key: string | null = null): Command => {
  return { type: 'write', text, to, reply: null, key }
}
const idOf = async (caller: Caller) => (await caller.frame('welcome')).you.id
async function reads(caller: Caller, other: string | null = null): Promise<Message[]> {
  const found = await caller.finds({ type: 'messages', with: other, before: null, after: null, limit: 50 })
  if (typeof found === 'string' || found.type !== 'messages') throw new Error(JSON.stringify(found))
  return found.messages
}

async function roomOfThree(scene: Scene) {
  const host = await scene.creates()
  const hanas = await scene.joins(host)
  const noors = await scene.joins(await scene.enters(host, 'viewer', noor))
  const meis = await scene.joins(await scene.enters(host, 'viewer', mei))
  return { host, hanas, noors, meis }
}

test('[CHAT-1] [CHAT-3] a message is told to all, found by who comes late, and there after a restart', async () => {
  const scene = await openScene()
  const { host, hanas, noors, meis } = await roomOfThree(scene)
  await noors.does(says('The roof leaks'))
  for (const caller of [hanas, noors, meis])
    await caller.told('messageWritten', ({ text }) => text === 'The roof leaks')
  const late = await scene.joins(await scene.enters(host, 'viewer', tom))
  expect(JSON.stringify(late.frames)).not.toContain('The roof leaks')
  expect(await reads(late)).toMatchObject([{ n: 1, name: noor.name, text: 'The roof leaks' }])
  await scene.close()
  const again = await openScene({ folder: scene.folder, clock: scene.clock })
  const hanaBack = await again.joins(host)
  expect(await reads(hanaBack)).toMatchObject([{ n: 1, text: 'The roof leaks' }])
  await hanaBack.does(says('It is mended'))
  expect((await reads(hanaBack)).map(({ n }) => n)).toEqual([1, 2])
})

test('[CHAT-11] what is private reaches two, by telling and by looking', async () => {
  const scene = await openScene()
  const { hanas, noors, meis } = await roomOfThree(scene)
  const [noorId, meiId] = [await idOf(noors), await idOf(meis)]
  await noors.does(says('Psst', meiId))
  for (const caller of [noors, meis]) await caller.told('messageWritten', ({ to }) => to === meiId)
  expect([(await reads(noors, meiId)).length, (await reads(meis, noorId)).length]).toEqual([1, 1])
  expect([await reads(hanas, meiId), await reads(hanas, noorId), await reads(hanas)]).toEqual([[], [], []])
  expect(await hanas.finds({ type: 'threads' })).toEqual({ type: 'threads', threads: [] })
  await hanas.does({ type: 'setAccess', access: 'request' })
  expect(hanas.events.map(({ type }) => type)).not.toContain('messageWritten')
})

test('[CHAT-5] [CHAT-7] a like is counted for all, and what is deleted is gone, for the raw client too', async () => {
  const scene = await openScene()
  const { hanas, noors, meis } = await roomOfThree(scene)
  await noors.does(says('A'))
  await meis.does({ type: 'likeMessage', n: 1, on: true })
  scene.clock.turn(250)
  await hanas.told('likesCounted', ({ n, likes }) => n === 1 && likes === 1)
  expect(hanas.events.map(({ type }) => type)).not.toContain('messageLiked')
  expect([(await reads(meis))[0]?.liked, (await reads(hanas))[0]?.liked]).toEqual([true, false])
  expect(await meis.asks({ type: 'deleteMessage', n: 1, with: null })).toBe('not-allowed')
  await hanas.does({ type: 'deleteMessage', n: 1, with: null })
  expect(await reads(meis)).toEqual([])
  expect(await meis.asks({ type: 'likeMessage', n: 1, on: false })).toBe('no-such-message')
})

test('[CHAT-8] who writes too fast is told how long to wait, and can write again then', async () => {
  const scene = await openScene()
  const { noors } = await roomOfThree(scene)
  for (let n = 0; n < 5; n++) await noors.does(says(`${n}`))
  expect(await noors.asks(says('5'))).toBe('write-later')
  expect(await noors.frame('refused')).toMatchObject({ refusal: 'write-later', wait: 10_000 })
  scene.clock.turn(10_000)
  expect(await noors.asks(says('5'))).toBe('done')
})

test('[CHAT-19] a message that was kept before the line broke stands once, sent again after a restart', async () => {
  const scene = await openScene()
  const { host, hanas, noors } = await roomOfThree(scene)
  const visitor = await scene.enters(host, 'viewer', tom)
  const toms = await scene.joins(visitor)
  const [once, twice] = [newPage(), newPage()]
  toms.say({ type: 'do', ask: 99, command: says('The roof leaks', null, once) })
  await hanas.told('messageWritten')
  await toms.goes('cut')
  await noors.does(says('The roof leaks', null, once))
  await scene.close()
  const again = await openScene({ folder: scene.folder, clock: scene.clock })
  const tomsBack = await again.joins(visitor)
  await tomsBack.does(says('The roof leaks', null, once))
  expect((await reads(tomsBack)).map(({ name }) => name)).toEqual([tom.name, noor.name])
  await tomsBack.does(says('The roof leaks', null, twice))
  expect(await reads(tomsBack)).toHaveLength(3)
})

test('[INCIDENT-1] a message of another shape ends its own connection, and the others’ chat goes on', async () => {
  const scene = await openScene()
  const { hanas, noors, meis } = await roomOfThree(scene)
  noors.say(JSON.stringify({ type: 'do', ask: 1, command: { type: 'write', text: { evil: true }, to: null } }))
  expect((await noors.closed).code).toBe(4400)
  await meis.does(says('Still here'))
  await hanas.told('messageWritten', ({ text }) => text === 'Still here')
})

test('[CHAT-14] who becomes a chat moderator is told who is blocked', async () => {
  const scene = await openScene()
  const { hanas, noors, meis } = await roomOfThree(scene)
  await hanas.does({ type: 'blockFromChat', person: await idOf(noors) })
  await noors.told('chatBlocked')
  await hanas.does({ type: 'setChatModerator', person: await idOf(meis), on: true })
  await meis.frame('welcome', ({ session }) => session.chat.blocked.length === 1)
  await meis.does({ type: 'letBackIntoChat', person: await idOf(noors) })
  await hanas.told('chatUnblocked')
  expect(await noors.asks(says('Thank you'))).toBe('done')
})

test('[FEEDBACK-2] feedback is read by who runs the room, in the next session too', async () => {
  const scene = await openScene()
  const { hanas, noors } = await roomOfThree(scene)
  await noors.does({ type: 'giveFeedback', mark: 4, text: 'Warm, and loud enough' })
  const about = { name: noor.name, mark: 4, text: 'Warm, and loud enough' }
  await hanas.does({ type: 'endSession' })
  await hanas.does({ type: 'join', page: hanas.page })
  await noors.does({ type: 'join', page: noors.page })
  expect(await hanas.finds({ type: 'feedback' })).toMatchObject({ type: 'feedback', feedback: [about] })
  expect(await noors.finds({ type: 'feedback' })).toBe('not-allowed')
})
