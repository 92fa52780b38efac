import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
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

// Long enough for a busy machine to renew it in time.
const LEASE_MS = 3_000
const COME_BACK = 1012

type Guest = { room: string; cookie: string }

/** A Rostrum in a process of its own, that shares its data with others. */
class OwnerProcess {
  readonly url: string
  readonly #child: ChildProcess
  readonly #said: string[]

  private constructor(url: string, child: ChildProcess, said: string[]) {
    this.url = url
    this.#child = child
    this.#said = said
  }

  static async start(folder: string, clock: 'runs' | 'stands'): Promise<OwnerProcess> {
    const program = fileURLToPath(new URL('../../../test/rooms/room-owner.ts', import.meta.url))
    const child = spawn(process.execPath, [program, folder, String(LEASE_MS), clock], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    })
    const said: string[] = []
    createInterface(child.stdout).on('line', (line) => said.push(line))
    await expect.poll(() => said[0], { timeout: 30_000 }).toMatch(/^ready /)
    return new OwnerProcess(said[0]?.replace('ready ', '') ?? '', child, said)
  }

  /** Stops the process right after a renewal, when it has nothing under way. */
  async stop(): Promise<void> {
    const renewals = () => this.#said.filter((line) => line === 'renewed stored').length
    const before = renewals()
    await expect.poll(renewals, { timeout: 2 * LEASE_MS, interval: 5 }).toBeGreaterThan(before)
    this.#child.kill('SIGSTOP')
    this.#said.length = 0
  }

  wake(): void {
    this.#child.kill('SIGCONT')
  }

  /** What came of each append since the last stop. */
  get appends(): string[] {
    return this.#said.filter((line) => line.startsWith('append '))
  }

  async post(path: string, body: object): Promise<Guest> {
    const headers = { 'content-type': 'application/json', origin: this.url }
    const answer = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { room: v.parse(RoomMade, await answer.json()).room, cookie }
  }

  async opens({ room, cookie }: Guest): Promise<Caller> {
    const url = `${this.url.replace('http', 'ws')}/api/rooms/${room}/socket`
    return await Caller.open(url, { cookie, origin: this.url })
  }

  /** Connects, and joins where one is not inside; null where another process has the room. */
  async joins(guest: Guest): Promise<Caller | null> {
    const caller = await this.opens(guest)
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
    const host = await first.post('/api/rooms', { name: 'Harbour library', host: hana.name, mode: 'interactive' })
    const hanas = await first.joins(host)
    const headers = { cookie: host.cookie }
    const page = v.parse(RoomPage, await (await fetch(`${first.url}/api/rooms/${host.room}`, { headers })).json())
    const link = new URL(page.links?.viewer ?? '').pathname.replace('/i/', '/api/links/')
    const guest = await first.post(link, { name: noor.name })
    const noors = await first.joins(guest)
    if (!hanas || !noors) throw new Error('the first process does not own its room')
    await noors.does({ type: 'raiseHand' })
    await noors.does(message('before'))
    await hanas.told('messageWritten', ({ text }) => text === 'before')
    expect(await second.joins(host)).toBeNull()
    expect((await fetch(`${second.url}/api/rooms/${host.room}`)).status).toBe(503)

    await first.stop()
    const heard = hanas.frames.length
    const late = noors.asks(message('from the past'))
    let there: Caller | null = null
    await expect
      .poll(async () => (there ??= await second.joins(host)), { timeout: 5 * LEASE_MS, interval: 100 })
      .not.toBeNull()
    const hanasThere = there ?? hanas
    await hanasThere.does(message('after'))
    await hanasThere.does({ type: 'clearHands' })

    first.wake()
    expect(await late).toBe('room-moved')
    expect(await Promise.all([hanas.closed, noors.closed])).toMatchObject([{ code: COME_BACK }, { code: COME_BACK }])
    expect(hanas.frames.slice(heard)).toEqual([])
    expect(first.appends).toEqual(appends)
    expect(await first.joins(guest)).toBeNull()

    const noorsThere = await second.joins(guest)
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
    const shown = await (await second.opens(host)).hello()
    expect(v.parse(SessionView, JSON.parse(JSON.stringify(viewFor(session, shown.you.id))))).toEqual(shown.session)
  },
  60_000,
)
