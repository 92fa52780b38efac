import { expect, test } from 'vitest'
import type { Command } from '../../../protocol/commands.ts'
import { CLOSED, RESTARTS } from '../../../protocol/frames.ts'
import { VERSION } from '../../../protocol/version.ts'
import { given, pageOf } from '../../../../test/rules/given.ts'
import { ManualTransport } from '../../../../test/client/manual-transport.ts'
import { noor } from '../../../../test/rules/people.ts'
import { RoomConnection } from './connection.ts'

const MUTE: Command = { type: 'turnMicrophone', on: false }
const UNMUTE: Command = { type: 'turnMicrophone', on: true }
const session = given('interactive', noor)

const audience = { type: 'audience', audience: { viewers: 0, onStage: 0, hands: 0, heads: [], moved: null } } as const

function connected({ isOpen = true } = {}) {
  const line = new ManualTransport()
  const states: string[] = []
  const frames: string[] = []
  const connection = new RoomConnection(line, pageOf(noor), {
    frame: ({ type }) => frames.push(type),
    state: (state, refusal, place) => states.push([state, refusal, place].filter(Boolean).join(' ')),
    restarts: () => states.push('restarts'),
  })
  if (isOpen) line.answers(session, noor)
  return { line, connection, states, frames }
}

/** What a promise has come to so far; 'waits' while it has not. */
async function soFar<T>(promise: Promise<T>): Promise<T | 'waits'> {
  return await Promise.race([promise, new Promise<'waits'>((next) => setImmediate(() => next('waits')))])
}

test('a connection greets first, and is open when it is welcomed', () => {
  const { line, states, frames } = connected({ isOpen: false })
  line.last.opened()
  expect(line.last.sent).toEqual([{ type: 'hello', version: VERSION, page: pageOf(noor), takesOver: false }])
  expect(states).toEqual(['connecting'])
  line.answers(session, noor)
  expect(states).toEqual(['connecting', 'open'])
  expect(frames).toEqual(['welcome'])
})

test('asks are numbered, and each gets its own answer', async () => {
  const { line, connection } = connected()
  const [hand, stage] = [connection.act({ type: 'raiseHand' }), connection.act({ type: 'leaveStage' })]
  line.says({ type: 'refused', ask: 2, refusal: 'too-fast' })
  line.says({ type: 'done', ask: 1 })
  expect(await hand).toBeNull()
  expect(await stage).toBe('too-fast')
})

test('a lost connection comes back, each time a little later, and at once when the network does', () => {
  const { line, states } = connected()
  line.pass(3_000)
  line.last.closed(1006, '')
  const waits = [300, 600, 1_200, 2_400, 4_800, 5_000, 5_000]
  for (const [n, wait] of waits.entries()) {
    line.pass(wait - 1)
    expect(line.dialled).toHaveLength(n + 1)
    line.pass(1)
    expect(line.dialled).toHaveLength(n + 2)
    line.last.closed(1006, '')
  }
  line.moments.back()
  expect(line.dialled).toHaveLength(waits.length + 2)
  line.answers(session, noor)
  expect([states[2], states.at(-1)]).toEqual(['reconnecting', 'open'])
})

test('a connection that is ended as soon as it is open is not dialled at once for ever', () => {
  const { line } = connected()
  for (const wait of [300, 600, 1_200]) {
    line.last.closed(CLOSED.fault, 'The server could not handle this.')
    const before = line.dialled.length
    line.pass(wait - 1)
    expect(line.dialled).toHaveLength(before)
    line.pass(1)
    line.answers(session, noor)
  }
})

test('[MUTE-1] what would open something is not asked again after a lost connection; what takes back is', async () => {
  const { line, connection } = connected()
  const [unmute, mute] = [connection.act(UNMUTE), connection.act(MUTE)]
  const ticket = connection.find({ type: 'ticket' })
  line.last.closed(1006, '')
  expect(await unmute).toBe('away')
  expect(await soFar(mute)).toBe('waits')
  expect(await connection.act({ type: 'goOnStage', microphone: true, camera: true })).toBe('away')
  line.pass(300)
  line.answers(session, noor)
  expect(line.last.sent.slice(1)).toEqual([
    { type: 'do', ask: 2, command: MUTE },
    { type: 'find', ask: 3, query: { type: 'ticket' } },
  ])
  line.says({ type: 'done', ask: 2 })
  line.says({ type: 'found', ask: 3, found: { type: 'ticket', token: 'fresh' } })
  expect(await mute).toBeNull()
  expect(await ticket).toEqual({ type: 'ticket', token: 'fresh' })
})

test('[CHAT-19] a message on its way when the line breaks is asked again; one for which there is no line is not', async () => {
  const { line, connection } = connected()
  const write = { type: 'write', text: 'Hello', to: null, reply: null, key: 'k'.repeat(22) } as const
  const sent = connection.act(write)
  line.last.closed(1006, '')
  expect(await soFar(sent)).toBe('waits')
  expect(await connection.act(write)).toBe('away')
  line.pass(300)
  line.answers(session, noor)
  expect(line.last.sent.slice(1)).toEqual([{ type: 'do', ask: 1, command: write }])
  line.says({ type: 'done', ask: 1 })
  expect(await sent).toBeNull()
})

test('[CHAT-3] what was looked up too fast is looked up again a moment later, and an act is not done again', async () => {
  const { line, connection } = connected()
  const older = { type: 'messages', with: null, before: 50, after: null, limit: 50 } as const
  const found = connection.find(older)
  const act = connection.act({ type: 'raiseHand' })
  line.says({ type: 'refused', ask: 1, refusal: 'too-fast' })
  line.says({ type: 'refused', ask: 2, refusal: 'too-fast' })
  expect(await act).toBe('too-fast')
  expect(await soFar(found)).toBe('waits')
  line.pass(500)
  await soFar(found)
  expect(line.last.sent.slice(3)).toEqual([{ type: 'find', ask: 3, query: older }])
  line.says({ type: 'found', ask: 3, found: { type: 'messages', messages: [] } })
  expect(await found).toEqual({ type: 'messages', messages: [] })
})

test('what is looked up too fast over a line that is closed meanwhile is given up', async () => {
  const { line, connection } = connected()
  const found = connection.find({ type: 'ticket' })
  line.says({ type: 'refused', ask: 1, refusal: 'too-fast' })
  await soFar(found)
  connection.close()
  line.pass(500)
  expect(await found).toBe('away')
})

test('a silent line is asked, and given up within ten seconds of its last word', () => {
  const { line, states } = connected()
  line.pass(2_900)
  line.says({ type: 'media', up: true })
  line.pass(10_000)
  expect(states).toContain('reconnecting')
  expect(line.dialled[0]).toMatchObject({ hungUp: 4000, sent: [{ type: 'hello' }, { type: 'find' }] })
})

test('a line that answers is kept, however quiet the room', () => {
  const { line, states } = connected()
  for (let n = 0; n < 100; n++) {
    line.pass(1_000)
    const asked = line.last.sent.at(-1)
    if (asked?.type === 'find') line.says({ type: 'refused', ask: asked.ask, refusal: 'too-fast' })
  }
  expect(states).toEqual(['connecting', 'open'])
})

test('after a sleep the line is asked at once, and given up three seconds later', () => {
  const { line, states } = connected()
  line.moments.back()
  expect(line.last.sent.at(-1)).toMatchObject({ type: 'find', query: { type: 'ticket' } })
  line.pass(3_000)
  expect(states).toContain('reconnecting')
})

test('a network that is known to be gone is not waited for', () => {
  const { line, states } = connected()
  line.moments.gone()
  expect(states.at(-1)).toBe('reconnecting')
})

test('a server that takes the line and says nothing is given up', () => {
  const { line } = connected({ isOpen: false })
  line.last.opened()
  line.pass(29_999)
  expect(line.dialled).toHaveLength(1)
  line.pass(301)
  expect(line.dialled).toHaveLength(2)
})

test.each(['not json', '{"type":"welcome"}', '{"type":7}'])('%s from the server is a fault: dialled anew', (text) => {
  const { line, states } = connected()
  line.last.heard(text)
  expect(line.last.hungUp).toBe(CLOSED.bad)
  expect(states.at(-1)).toBe('reconnecting')
  line.pass(300)
  line.answers(session, noor)
  expect(states.at(-1)).toBe('open')
})

test('a line that was given up says nothing any more', () => {
  const { line, states, frames } = connected()
  const [first] = line.dialled
  line.moments.gone()
  first?.heard(JSON.stringify({ type: 'media', up: true }))
  first?.closed(CLOSED.replaced, '')
  expect(states.at(-1)).toBe('reconnecting')
  expect(frames).toEqual(['welcome'])
})

test.each([
  [CLOSED.version, '', 'outdated'],
  [CLOSED.noEntry, 'room-unknown', 'refused room-unknown'],
  [CLOSED.noEntry, 'in other words', 'refused no-entry'],
])('[ENTER-4] closed with %i and "%s" is %s, for good', async (code, reason, state) => {
  const { line, connection, states } = connected()
  const asked = connection.act(MUTE)
  line.last.closed(code, reason)
  expect(states.at(-1)).toBe(state)
  expect(await asked).toBe('away')
  expect(await connection.find({ type: 'ticket' })).toBe('away')
  line.moments.back()
  line.pass(60_000)
  expect(line.dialled).toHaveLength(1)
})

test('[PRESENCE-6] replaced by another window, one dials again only by taking over', () => {
  const { line, connection, states } = connected()
  line.last.closed(CLOSED.replaced, '')
  line.pass(60_000)
  expect([states.at(-1), line.dialled.length]).toEqual(['replaced', 1])
  connection.takeOver()
  line.answers(session, noor)
  expect(states.slice(-2)).toEqual(['connecting', 'open'])
  expect(line.last.sent).toMatchObject([{ type: 'hello', takesOver: true }])
  // What was said once by a press is not said again by itself.
  line.last.closed(1006, '')
  line.pass(5_000)
  line.answers(session, noor)
  expect(line.last.sent).toMatchObject([{ type: 'hello', takesOver: false }])
})

test('a server that restarts says so, and is dialled again', () => {
  const { line, states } = connected()
  line.last.closed(1012, '')
  expect(states.slice(-2)).toEqual(['restarts', 'reconnecting'])
  line.pass(1_000)
  expect(line.dialled).toHaveLength(2)
})

test('a server that does not take the line within ten seconds is dialled again', () => {
  const { line } = connected({ isOpen: false })
  line.pass(10_300)
  expect(line.dialled).toHaveLength(2)
})

test('[AWAY-5] who loses a server with many others comes back spread over the time that it says', () => {
  const { line } = connected()
  line.pass(3_000)
  line.last.closed(RESTARTS, '8000')
  line.pass(4_299)
  expect(line.dialled).toHaveLength(1)
  line.pass(1)
  expect(line.dialled).toHaveLength(2)
  // The server is still away: once spread, all stay so.
  line.last.closed(1006, '')
  line.pass(599)
  expect(line.dialled).toHaveLength(2)
  line.pass(1)
  expect(line.dialled).toHaveLength(3)
})

test('[AWAY-5] a single line that breaks is tried again at once, and spread only where the server is away', () => {
  const { line } = connected()
  line.pass(3_000)
  line.says({ ...audience, audience: { ...audience.audience, heads: [] }, spread: 6_000 })
  line.last.closed(1006, '')
  line.pass(300)
  expect(line.dialled).toHaveLength(2)
  line.last.closed(1006, '')
  line.pass(3_599)
  expect(line.dialled).toHaveLength(2)
  line.pass(1)
  expect(line.dialled).toHaveLength(3)
})

test('[FULL-1] before a full server one waits in line, asks again when it says, and is let in', async () => {
  const { line, connection, states } = connected({ isOpen: false })
  line.last.opened()
  line.last.closed(CLOSED.full, '{"place":7,"wait":2500}')
  expect(states).toEqual(['connecting', 'full 7'])
  line.pass(2_499)
  line.moments.back()
  expect(line.dialled).toHaveLength(1)
  line.pass(1)
  line.last.closed(CLOSED.full, '{"place":1,"wait":2000}')
  // A network that breaks meanwhile takes nobody out of the line.
  line.pass(2_000)
  line.last.closed(1006, '')
  expect(states).toEqual(['connecting', 'full 7', 'full 1'])
  const join = connection.act({ type: 'join', page: pageOf(noor) })
  line.pass(300)
  line.answers(session, noor)
  expect(states.at(-1)).toBe('open')
  expect(line.last.sent).toMatchObject([{ type: 'hello' }, { type: 'do', command: { type: 'join' } }])
  line.says({ type: 'done', ask: 1 })
  expect(await join).toBeNull()
})

test.each(['', 'full', '{}', '{"place":"first","wait":1}'])(
  'a full server that says %o is dialled as any other',
  (why) => {
    const { line, states } = connected()
    line.last.closed(CLOSED.full, why)
    expect(states.at(-1)).toBe('reconnecting')
    line.pass(300)
    expect(line.dialled).toHaveLength(2)
  },
)

test('closed, it answers everybody and dials no more', async () => {
  const { line, connection } = connected()
  const asked = connection.act({ type: 'raiseHand' })
  connection.close()
  expect(await asked).toBe('away')
  expect(line.last.hungUp).toBe(1000)
  line.pass(60_000)
  expect(line.dialled).toHaveLength(1)
})
