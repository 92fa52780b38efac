import * as v from 'valibot'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { Links, LinkPage, Refused, RoomMade, RoomPage, type NewRoom } from '../../src/protocol/http.ts'
import type { LinkRole } from '../../src/protocol/types.ts'
import type { AppNeeds } from '../../src/server/app-context.ts'
import { buildApp } from '../../src/server/http/app.ts'
import { readConfig } from '../../src/server/config.ts'
import { SetUp } from '../../src/server/accounts/set-up.ts'
import { openFolder } from '../../src/server/files/files.folder.ts'
import type { Files } from '../../src/server/files/files.ts'
import { openDatabase, type Database } from '../../src/server/database/database.ts'
import type { Media } from '../../src/server/media/media.ts'
import { soleOwnership } from '../../src/server/rooms/ownership.ts'
import { readSecrets } from '../../src/server/secrets.ts'
import { openSqlite } from '../../src/server/store/store.sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { Caller } from './socket-client.ts'
import { handClock, type HandClock } from './manual-clock.ts'
import { fakeMedia, type FakeMedia } from '../media/media.fake.ts'
import { hana } from '../rules/people.ts'

/** A browser that is known in a room by its cookie. */
export type Visitor = { name: string; room: string; cookie: string }

/** What a request was answered; `cookie` is the one that came with it. */
export type Answer = { status: number; body: unknown; cookie: string; headers: Headers }

type Asking = { cookie?: string; origin?: string }
type Given<M extends Media> = {
  media: M
  store?: Store
  folder?: string
  clock?: HandClock
  lastAlive?: number
  /** More of what the operator has set. */
  env?: Record<string, string>
  converting?: AppNeeds['converting']
  /** What stands between the server and its files. */
  between?: (files: Files) => Files
}

/** A Rostrum that listens on a free port of loopback, on data and with a clock of its own. */
export class Scene<M extends Media = FakeMedia> {
  readonly url: string
  readonly folder: string
  readonly clock: HandClock
  readonly media: M
  readonly setUp: SetUp
  /** The tree of all routes, as Fastify prints it. */
  readonly routes: string
  readonly #database: Database
  readonly #close: () => Promise<void>

  private constructor(
    url: string,
    close: () => Promise<void>,
    {
      folder,
      clock,
      media,
      setUp,
      routes,
      database,
    }: Required<Pick<Given<M>, 'folder' | 'clock' | 'media'>> & { setUp: SetUp; routes: string; database: Database },
  ) {
    this.url = url
    this.#close = close
    this.folder = folder
    this.clock = clock
    this.media = media
    this.setUp = setUp
    this.routes = routes
    this.#database = database
  }

  /** Opens one for this test; it is closed with the test. */
  static async open<T extends Media>(given: Given<T>): Promise<Scene<T>> {
    const { media, folder = newFolder(), clock = handClock() } = given
    const dist = newFolder()
    for (const html of ['index.html', 'portal.html']) writeFileSync(join(dist, html), '<title>Rostrum</title>')
    mkdirSync(join(dist, 'assets/portal'), { recursive: true })
    const config = readConfig({ ROSTRUM_DATA: folder, ROSTRUM_LOG: 'silent', ...given.env })
    const own = openSqlite(folder)
    // The portal's tables are in the file, whatever keeps the rooms.
    if (given.store) await own.close()
    const store = given.store ?? own
    const log = pino({ level: config.log })
    const database = openDatabase(folder, log)
    const setUp = new SetUp(database)
    const lastAlive = given.lastAlive ?? clock.now()
    const kept = await openFolder(folder)
    const app = await buildApp({
      config,
      secrets: await readSecrets(folder),
      store,
      database,
      files: given.between?.(kept) ?? kept,
      setUp,
      ownership: soleOwnership(store),
      media,
      clock,
      log,
      dist,
      lastAlive,
      ...(given.converting && { converting: given.converting }),
    })
    const routes = app.printRoutes({ commonPrefix: false })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    let closing: Promise<void> | null = null
    const close = async () => {
      await app.close()
      await database.destroy()
      await store.close()
    }
    const more = { folder, clock, media, setUp, routes, database }
    const scene = new Scene(url, async () => await (closing ??= close()), more)
    onTestFinished(async () => await scene.close())
    return scene
  }

  /**
   * Waits until no mail is on its way. The store of a scene works in this thread: what it writes while the database's thread is in the middle
   * of a transaction waits for itself.
   */
  async mailsAreOut(): Promise<void> {
    const moving = this.#database.selectFrom('mails').select('n').where('state', 'in', ['waiting', 'sending'])
    while ((await moving.where('dueAt', '<=', this.clock.now()).limit(1).execute()).length > 0);
  }

  /** Waits until no reminder is due any more, and no mail is on its way. The clock stands on a whole minute from the start, when they are looked for. */
  async remindersAreOut(): Promise<void> {
    const due = this.#database.selectFrom('roomDetails').select('room').where('remindAt', '<=', this.clock.now())
    while ((await due.limit(1).execute()).length > 0);
    await this.mailsAreOut()
  }

  /** Stops the server, in order. */
  async close(): Promise<void> {
    await this.#close()
  }

  async get(path: string, asking: Asking = {}): Promise<Answer> {
    return await this.#fetch(path, { headers: headersOf(asking) })
  }

  async post(path: string, body: unknown, asking: Asking = {}): Promise<Answer> {
    return await this.sends('POST', path, body, asking)
  }

  /** Sends JSON by any method that has a body. */
  async sends(method: string, path: string, body: unknown, asking: Asking = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...headersOf({ origin: this.url, ...asking }) }
    return await this.#fetch(path, { method, headers, body: JSON.stringify(body) })
  }

  /** Makes a room; gives its host. */
  async creates(room: Partial<NewRoom> = {}): Promise<Visitor> {
    const asked = { name: 'Harbour library', host: hana.name, mode: 'interactive', ...room }
    const answer = await this.post('/api/rooms', asked)
    return { name: asked.host, room: v.parse(RoomMade, answer.body).room, cookie: answer.cookie }
  }

  /** The room's page, as a visitor or a stranger sees it. */
  async page(room: string, visitor?: Visitor): Promise<RoomPage> {
    return v.parse(RoomPage, (await this.get(`/api/rooms/${room}`, { ...visitor })).body)
  }

  /** The path under which the page asks about one of the room's three links. */
  async link(host: Visitor, role: LinkRole): Promise<string> {
    const links = v.parse(Links, (await this.page(host.room, host)).links)
    return `/api/links/${new URL(links[role]).pathname.replace('/i/', '')}`
  }

  /** Lets somebody in by a link. */
  async enters(host: Visitor, role: LinkRole, { name }: { name: string }): Promise<Visitor> {
    const answer = await this.post(await this.link(host, role), { name })
    return { name, room: v.parse(RoomMade, answer.body).room, cookie: answer.cookie }
  }

  /** Opens a visitor's connection and says hello; at the door, where nobody has joined yet. */
  async calls({ room, cookie }: Visitor, page?: string): Promise<Caller> {
    const caller = await this.opens(room, { cookie }, page)
    await caller.hello()
    return caller
  }

  /** Opens a connection that says nothing yet. */
  async opens(room: string, asking: Asking = {}, page?: string): Promise<Caller> {
    const url = `${this.url.replace('http', 'ws')}/api/rooms/${room}/socket`
    return await Caller.open(url, headersOf({ origin: this.url, ...asking }), page)
  }

  /** Connects a visitor and joins the session. */
  async joins(visitor: Visitor, page?: string): Promise<Caller> {
    const caller = await this.calls(visitor, page)
    await caller.does({ type: 'join', page: caller.page })
    await caller.frame('welcome', ({ inside }) => inside)
    return caller
  }

  /** Lets so many ms pass, in steps in which those who are awake are heard of. */
  async passes(wait: number, ...awake: Caller[]): Promise<void> {
    for (let left = wait; left > 0; left -= STEP) {
      this.clock.turn(Math.min(left, STEP))
      await Promise.all(awake.map(async (caller) => await caller.finds({ type: 'ticket' })))
    }
  }

  async #fetch(path: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(new URL(path, this.url), { redirect: 'manual', ...init })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, cookie, headers: answer.headers }
  }
}

// Shorter than the pause between two pings: who is awake is not taken for gone.
const STEP = 10_000

/** Opens a scene with a media engine that only remembers. */
export async function openScene(given: Partial<Given<FakeMedia>> = {}): Promise<Scene> {
  return await Scene.open({ media: fakeMedia(), ...given })
}

/** What the answer to a refused request says. */
export function refused(answer: Answer): Refused & { status: number } {
  return { status: answer.status, ...v.parse(Refused, answer.body) }
}

/** What a link says that it opens. */
export const linkPage = (answer: Answer): LinkPage => v.parse(LinkPage, answer.body)

/** A folder that is gone when the test is. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-scene-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function headersOf({ cookie, origin }: Asking): Record<string, string> {
  return { ...(cookie && { cookie }), ...(origin && { origin }) }
}
