/**
 * Times the chat on a real server without a browser: how long from opening the socket to the newest messages in rooms in which
 * 100 and 100,000 were written, side by side; how long the first one waits for who comes after a restart (`wake`); and how long a message takes to 1,000 others. Prints JSON.
 * `node bench/chat.ts [times]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillChat } from '../e2e/chat/fill-chat.ts'
import { startTestServer } from '../e2e/support/test-server.ts'
import { Id } from '../src/protocol/types.ts'
import { keyOf, newId } from '../src/server/secrets.ts'
import { openSqlite } from '../src/server/store/store.sqlite.ts'
import { Caller } from '../test/server/socket-client.ts'
import { print, reportOf, rowOf } from './report.ts'
import { spread } from './spread.ts'
import * as v from 'valibot'

const times = Number(process.argv[2] ?? 30)
const LISTENERS = 1_000
const SIZES = [100, 100_000]

const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-'))
const server = await startTestServer({ ROSTRUM_DATA: folder })
const store = openSqlite(folder)
const origin = { origin: server.url }
const post = async (path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json', ...origin }
  const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { body: await answer.json(), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

async function newRoom() {
  const made = await post('/api/rooms', { name: 'Bench', host: 'Hana Weber', mode: 'webinar' })
  const room = v.parse(Id, (made.body as { room: string }).room)
  return { room, cookie: made.cookie }
}

async function joins(room: string, cookie: string): Promise<Caller> {
  const caller = await Caller.open(`${server.url.replace('http', 'ws')}/api/rooms/${room}/socket`, {
    cookie,
    ...origin,
  })
  await caller.hello()
  await caller.does({ type: 'join', page: caller.page })
  await caller.frame('welcome', ({ inside }) => inside)
  return caller
}

/** Somebody who has come by the link already: a door lets so many in from one address in a minute. */
async function guest(room: string, name: string): Promise<string> {
  const secret = newId()
  const stored = {
    id: newId(),
    room,
    name,
    role: 'participant' as const,
    key: keyOf(secret),
    lowered: false,
    seenAt: 0,
  }
  await store.putPerson(stored)
  return `rostrum_${room}=${secret}`
}

const rooms = []
for (const size of SIZES) {
  const { room, cookie } = await newRoom()
  const host = await joins(room, cookie)
  const session = (await host.frame('welcome', ({ inside }) => inside)).session.id
  await host.goes('closed')
  rooms.push({ size, room, cookie, session })
}
await server.restart('SIGTERM')
for (const each of rooms) await fillChat(store, each.session, each.size)
await server.restart('SIGTERM')

const enter: Record<number, number[]> = {}
const wake: Record<number, number> = {}
for (const { size, room, cookie } of rooms) {
  enter[size] = []
  const started = performance.now()
  await joins(room, cookie)
  wake[size] = Math.round(performance.now() - started)
}
for (let n = 0; n < times; n++)
  for (const { size, room } of rooms) {
    const known = await guest(room, `Mei ${n}`)
    const started = performance.now()
    const caller = await joins(room, known)
    const found = await caller.finds({ type: 'messages', with: null, before: null, after: null, limit: 50 })
    enter[size]?.push(performance.now() - started)
    if (typeof found === 'string' || found.type !== 'messages' || found.messages.length !== 50)
      throw new Error('no messages')
    await caller.goes('closed')
  }

const { room, cookie } = await newRoom()
const host = await joins(room, cookie)
const listeners: Caller[] = []
for (let n = 0; n < LISTENERS; n++) listeners.push(await joins(room, await guest(room, `Viewer ${n}`)))
const told: number[] = []
for (let n = 0; n < 10; n++) {
  const text = `To all, no. ${n}`
  const started = performance.now()
  const heard = listeners.map(async (caller) => {
    await caller.told('messageWritten', (event) => event.text === text)
    told.push(performance.now() - started)
  })
  await host.does({ type: 'write', text, to: null, reply: null, key: null })
  await Promise.all(heard)
  await new Promise((done) => setTimeout(done, 2_100))
}
for (const caller of [host, ...listeners]) void caller.goes('cut')
await store.close()
await server.close()
rmSync(folder, { recursive: true, force: true })
print(
  reportOf('chat', [
    ...SIZES.flatMap((messages) => {
      const many = messages.toLocaleString('en')
      return [
        rowOf(`entering after ${many} messages`, 'ms', spread(enter[messages] ?? [], 1)),
        rowOf(`the first one enters after a restart, after ${many} messages`, 'ms', { value: wake[messages] ?? null }),
      ]
    }),
    rowOf(`a message reaches ${LISTENERS.toLocaleString('en')} sockets`, 'ms', spread(told)),
  ]),
)
