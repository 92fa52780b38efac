import type { Logger } from 'pino'
import type { Millis, PersonId, RoomId } from '../../protocol/types.ts'
import { trustClock } from '../../rules/retention/clock-trust.ts'
import { emptied } from '../../rules/session/room.ts'
import type { Clock } from '../clock.ts'
import { newId } from '../secrets.ts'
import { loadSession } from '../store/snapshots.ts'
import type { Ended, Store } from '../store/store.ts'

export type RetentionNeeds = {
  store: Store
  clock: Clock
  log: Logger
  /** For how many days a session is kept after its end; null for ever. */
  keepDays: number | null
  /** Whether somebody has a page of the room open: its last session is let go of later. */
  isOpen: (room: RoomId) => boolean
  /** Ends for good what was good until then. */
  end: (now: Millis) => Promise<unknown>
  /** Takes a person out of a session who is to be forgotten: the server may have been stopped before. */
  forgetAgain: (room: RoomId, person: PersonId) => Promise<unknown>
  /** The logs of a room were rewritten. */
  reread: (room: RoomId) => Promise<unknown>
  /** Whether nobody is in any session, so that nobody waits while the file is made anew. */
  isQuiet: () => boolean
}

const DAY: Millis = 24 * 3_600_000
/** For so long the deletion of a room can be undone. [ROOM-8] */
export const UNDO_FOR: Millis = 30 * DAY
const EVERY: Millis = 3_600_000
// A slice takes the store a few ms, and then others have it for as many times longer.
const SLICE_EVERY: Millis = 20

/** Lets go of what is not to be kept any longer [KEEP-1], and takes what was let go of out of the file [KEEP-9]. Ends with `close`. */
export class Retention {
  readonly #needs: RetentionNeeds
  #callOff = () => {}
  #running: Promise<void> | null = null
  #isAsked = false
  #isClosed = false

  constructor(needs: RetentionNeeds) {
    this.#needs = needs
  }

  /** Does all that is due, now and every hour. */
  start(): void {
    this.soon()
    if (!this.#isClosed) this.#callOff = this.#needs.clock.after(EVERY, () => this.start())
  }

  /** Does all that is due, right after what is being done. */
  soon(): void {
    this.#isAsked = true
    this.#running ??= this.#run()
  }

  /** Makes the file anew where that still waits for a moment in which nobody is in a session; looked at often. [KEEP-9] */
  look(): void {
    if (this.#running || this.#isClosed || !this.#needs.isQuiet()) return
    this.#running = this.#needs.store
      .scrub(true)
      .catch((fault: unknown) => this.#needs.log.warn({ fault }, 'the file of the store could not be made anew'))
      .then(async () => await this.#run())
  }

  /** Resolves once all that was due is done. */
  async settled(): Promise<void> {
    await this.#running
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#callOff()
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#isAsked && !this.#isClosed) {
      this.#isAsked = false
      try {
        await this.#letGo()
        await this.#erase()
        await this.#needs.store.scrub(this.#needs.isQuiet())
      } catch (fault) {
        // What is not done now is done in an hour, or at the next start.
        this.#needs.log.warn({ fault }, 'not everything that is due could be deleted')
      }
    }
    this.#running = null
  }

  async #erase(): Promise<void> {
    const { store, forgetAgain, reread } = this.#needs
    const forgetting = await store.forgetting()
    for (const { room, person } of forgetting) await forgetAgain(room, person)
    await this.#slices(async () => await store.eraseSome())
    for (const room of new Set(forgetting.map((each) => each.room))) await reread(room)
  }

  async #letGo(): Promise<void> {
    const { store, clock, log, keepDays } = this.#needs
    const now = clock.now()
    const { seen: before, newest } = await store.clockSeen()
    const { seen, isTrusted } = trustClock(before, newest, now)
    await store.putClockSeen(seen)
    if (!isTrusted)
      return log.warn({ now, before: before?.at ?? newest }, 'the clock is far ahead; nothing is deleted for a day')
    await this.#needs.end(now)
    await this.#dropDeleted(now - UNDO_FOR)
    if (keepDays === null) return
    const due = now - keepDays * DAY
    for (let after = ''; ;) {
      const ended = await store.endedBefore(due, after)
      for (const each of ended) if (!this.#isClosed) await this.#drop(each)
      const last = ended.at(-1)
      if (!last || this.#isClosed) break
      after = last.session
    }
    await this.#slices(async () => await store.dropPeople(due))
  }

  /** [ROOM-8] Lets go of the rooms whose deletion cannot be undone any more. */
  async #dropDeleted(before: Millis): Promise<void> {
    const { store } = this.#needs
    for (;;) {
      const rooms = await store.deletedBefore(before)
      for (const room of rooms) if ((await store.deleteRoom(room)) === 'disk-full') return
      if (rooms.length === 0 || this.#isClosed) return
    }
  }

  async #drop({ session, room, isLast }: Ended): Promise<void> {
    const { store, isOpen } = this.#needs
    if (!isLast) return void (await store.dropSession(session, null))
    if (isOpen(room)) return
    const id = newId()
    const last = await loadSession(store, session)
    await store.dropSession(session, { id, events: emptied(last.session, id) })
  }

  async #slices(slice: () => Promise<'more' | 'done' | 'disk-full'>): Promise<void> {
    while (!this.#isClosed && (await slice()) === 'more') await this.#pause()
  }

  async #pause(): Promise<void> {
    // Its clock may stand still, and what waits here must not.
    await new Promise((resolve) => setTimeout(resolve, SLICE_EVERY))
  }
}
