import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { LEASE_MS, OwnerProcess } from '../../../test/rooms/owner-process.ts'
import { eventsOf } from '../../../test/rules/events-of.ts'
import { hana, noor } from '../../../test/rules/people.ts'
import { newFolder } from '../../../test/server/app-server.ts'
import { Caller } from '../../../test/server/socket-client.ts'
import { RoomMade, RoomPage } from '../../protocol/http.ts'
import type { Command } from '../../protocol/commands.ts'
import { SessionView } from '../../protocol/views.ts'
import { viewFor } from '../../rules/audience/audience.ts'
import { loadSession } from '../store/snapshots.ts'
import { openSqlite } from '../store/store.sqlite.ts'

const COME_BACK = 1012

type Guest = { room: string; cookie: string }

/** Makes a room, or enters one by a link. */
async function post({ url }: OwnerProcess, path: string, body: object): Promise<Guest> {
  const headers = { 'content-type': 'application/json', origin: url }
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { room: v.parse(RoomMade, await answer.json()).room, cookie }
}

async function opens({ url }: OwnerProcess, { room, cookie }: Guest): Promise<Caller> {
  return await Caller.open(`${url.replace('http', 'ws')}/api/rooms/${room}/socket`, { cookie, origin: url })
}

/** Connects, and joins where one is not inside; null where another process has the room. */
async function joins(owner: OwnerProcess, guest: Guest): Promise<Caller | null> {
  const caller = await opens(owner, guest)
  const welcome = await Promise.race([caller.hello().catch(() => null), caller.closed.then(() => null)])
  if (!welcome) {
    expect((await caller.closed).code).toBe(COME_BACK)
    return null
  }
  if (welcome.inside) return caller
  await caller.does({ type: 'join', page: caller.page })
  await caller.frame('welcome', ({ inside }) => inside)
  return caller
}

const message = (text: string): Command => ({
  type: 'write',
  text,
  to: null,
  reply: null,
  key: text.replaceAll(' ', '-').padEnd(22, '_'),
})

test.each([
  ['knows how long it was stopped', 'runs', []],
  ['knows nothing of it, so that only the fence can tell', 'stands', ['append fenced']],
] as const)(
  '[OWNER-1] [OWNER-2] an owner that was stopped longer than its lease, and %s, has written and told nothing when it wakes',
  async (_what, clock, appends) => {
    const folder = newFolder()
    const first = await OwnerProcess.start(folder, clock)
    const second = await OwnerProcess.start(folder, clock)
    const host = await post(first, '/api/rooms', { name: 'Harbour library', host: hana.name, mode: 'interactive' })
    const hanas = await joins(first, host)
    const headers = { cookie: host.cookie }
    const page = v.parse(RoomPage, await (await fetch(`${first.url}/api/rooms/${host.room}`, { headers })).json())
    const link = new URL(page.links?.viewer ?? '').pathname.replace('/i/', '/api/links/')
    const guest = await post(first, link, { name: noor.name })
    const noors = await joins(first, guest)
    if (!hanas || !noors) throw new Error('the first process does not own its room')
    await noors.does({ type: 'raiseHand' })
    await noors.does(message('before'))
    await hanas.told('messageWritten', ({ text }) => text === 'before')
    expect(await joins(second, host)).toBeNull()
    expect((await fetch(`${second.url}/api/rooms/${host.room}`)).status).toBe(503)

    await first.stop()
    const heard = hanas.frames.length
    const late = noors.asks(message('from the past'))
    let there: Caller | null = null
    await expect
      .poll(async () => (there ??= await joins(second, host)), { timeout: 5 * LEASE_MS, interval: 100 })
      .not.toBeNull()
    const hanasThere = there ?? hanas
    await hanasThere.does(message('after'))
    await hanasThere.does({ type: 'clearHands' })

    first.wake()
    expect(await late).toBe('room-moved')
    expect(await Promise.all([hanas.closed, noors.closed])).toMatchObject([{ code: COME_BACK }, { code: COME_BACK }])
    expect(hanas.frames.slice(heard)).toEqual([])
    expect(first.appends).toEqual(appends)
    expect(await joins(first, guest)).toBeNull()

    const noorsThere = await joins(second, guest)
    await noorsThere?.does(message('and on'))
    const third = openSqlite(folder)
    const id = (await third.room(host.room))?.session ?? ''
    const { session } = await loadSession(third, id)
    const events = await eventsOf(third, id)
    await third.close()
    expect(events.flatMap((event) => (event.type === 'messageWritten' ? event.text : []))).toEqual([
      'before',
      'after',
      'and on',
    ])
    expect(session.hands.size).toBe(0)
    const db = new DatabaseSync(join(folder, 'rostrum.db'), { readOnly: true })
    const seqs = db.prepare('SELECT seq FROM events WHERE session = ? ORDER BY seq').all(id)
    db.close()
    expect(seqs.map(({ seq }) => seq)).toEqual(events.map((_event, n) => n))
    const shown = await (await opens(second, host)).hello()
    expect(v.parse(SessionView, JSON.parse(JSON.stringify(viewFor(session, shown.you.id))))).toEqual(shown.session)
  },
  60_000,
)
