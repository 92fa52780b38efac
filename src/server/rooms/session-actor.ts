import type { Logger } from 'pino'
import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { ContentItem } from '../../protocol/presenting/content.ts'
import type { DocumentId, Millis, PersonId, SessionId } from '../../protocol/types.ts'
import type { Delivery } from '../../rules/audience/delivery.ts'
import { evolve } from '../../rules/evolve.ts'
import type { Actor, SystemEvent, Rejection } from '../../rules/outcome.ts'
import { nothingYet, type Session } from '../../rules/session/session.ts'
import { timersAfter, timersOf, type Timer } from '../../rules/session/timers.ts'
import { isHeardAgain } from '../../rules/stage/full-stage.ts'
import type { Clock } from '../clock.ts'
import { loadSession } from '../store/snapshots.ts'
import { StoreDown, type AppendFault, type Store } from '../store/store.ts'
import { Batch, type Decided, type Entry } from './batch.ts'
import { LostConnections } from './lost-connections.ts'
import type { Lease } from './ownership.ts'
import { SessionTime } from './session-time.ts'

/** What the actor of a session needs. */
export type SessionNeeds = {
  store: Store
  /** What makes the session ours; once it is lost, nothing is decided any more. */
  lease: Lease
  clock: Clock
  log: Logger
  /** Who somebody is who is not inside, by name and role of this moment; null for a stranger. */
  whoIs: (person: PersonId) => Promise<Actor | null>
  /** What a document would be presented as; null where there is nothing of it to show. */
  itemOf: (document: DocumentId) => Promise<ContentItem | null>
  /** Called for each event, in order, once it is stored. The session may be further by then, by the same commit. */
  happened(session: Session, event: Event, delivery: Delivery): void
  /** Called after each batch: all that has happened was told of by `happened`, and the session holds nothing else. */
  settled(): void
  /** The session was read anew from the store, because what had been decided could not be stored: what followed from it is not so. */
  readAnew(): void
  /** The store is away from now on, or is back: until then nothing is done, and nothing is lost. [STORE-2] */
  storeIsUp(isUp: boolean): void
}

// A full disk, or a store that is away, is looked at again after this time, so that what the server itself noticed is not forgotten.
const RETRY_SYSTEM_EVENT: Millis = 5_000

// In events; and reading so many takes less time than somebody notices.
const SNAPSHOT_EVERY = 4_000

type Waiting = { entry: Entry; settle: (no: Rejection | null) => void; fail: (fault: unknown) => void }

/**
 * One session, doing one thing at a time. Whatever waits is decided in one go and stored in one commit; answered, and told, it is once
 * it is stored. A slow disk makes batches larger, not queues longer. Ends with `close`.
 */
export class SessionActor {
  readonly id: SessionId
  readonly #needs: SessionNeeds
  #session: Session = nothingYet()
  #seq = 0
  #time: SessionTime
  #mailbox: Waiting[] = []
  #draining: Promise<void> | null = null
  /** More is in memory than in the store, and is on its way there. */
  #isStoring = false
  #readers: ((session: Session) => void)[] = []
  /** What is in memory may not be so. */
  #isStale = false
  /** The log says something else of somebody who is not there. */
  #isRewritten = false
  #isStoreUp = true
  /** While the store is away nobody waits for it but one look every few seconds. */
  #isLooking = false
  #lastAt: Millis = 0
  /** How much of the log the newest snapshot has in it. */
  #snapshotAt = 0
  readonly #lost = new LostConnections()
  readonly #timers = new Set<() => void>()
  #closed = false

  private constructor(id: SessionId, needs: SessionNeeds) {
    this.id = id
    this.#needs = needs
    this.#time = new SessionTime(needs.clock, 0)
  }

  /** A session that begins with these events, which are stored already. */
  static begun(id: SessionId, events: Event[], needs: SessionNeeds): SessionActor {
    const actor = new SessionActor(id, needs)
    for (const event of events) evolve(actor.#session, event)
    actor.#seq = events.length
    actor.#lastAt = events.at(-1)?.at ?? 0
    return actor
  }

  /** A session from its log, after the server was away since a time, in ms since 1970. [PRESENCE-4] [SESSION-8] */
  static async load(id: SessionId, since: Millis, needs: SessionNeeds): Promise<SessionActor> {
    const actor = new SessionActor(id, needs)
    await actor.#read()
    const stored = actor.#seq
    await actor.put({ type: 'serverAway', since: Math.max(since, actor.#lastAt) })
    // What has just happened has started its timers.
    if (actor.#seq === stored) for (const timer of timersOf(actor.#session)) actor.#start(timer)
    return actor
  }

  /** The session as it stands, what is being stored just now included: to decide by, not to show. Read only, until the next await. */
  get session(): Session {
    return this.#session
  }

  /** Looks at the session when all that it holds is stored: at once, or right after the commit that is under way. [LOG-1] */
  whenStored(look: (session: Session) => void): void {
    if (this.#isStoring || this.#isStale) this.#readers.push(look)
    else look(this.#session)
  }

  /** The session's own time in ms, which never goes back. */
  now(): Millis {
    return this.#time.now()
  }

  /**
   * Puts a person's command into the mailbox. Resolves to null when it was stored, or to why not. Authority is that of the moment of
   * deciding. Where the session is another process's by now it is 'room-moved', and nothing was stored.
   */
  async ask(asker: PersonId, command: Command): Promise<Rejection | null> {
    return await this.#post({ asker, command })
  }

  /**
   * Puts a system event into the mailbox. System events are never refused; one that could not be stored is put again later. After `close`
   * they are let go: whoever loads the session next holds everybody for cut off.
   */
  async put(systemEvent: SystemEvent): Promise<void> {
    if (this.#closed) return
    const no = await this.#post({ systemEvent })
    if (no?.refusal === 'disk-full' || no?.refusal === 'store-down')
      this.#start({ at: this.now() + RETRY_SYSTEM_EVENT, systemEvent })
  }

  /** Puts a system event that nobody waits for. */
  note(systemEvent: SystemEvent): void {
    this.put(systemEvent).catch((fault: unknown) =>
      this.#needs.log.error({ session: this.id, fault, about: systemEvent.type }, 'a system event was lost'),
    )
  }

  /** These are heard just now. [STAGE-7] */
  hears(people: readonly PersonId[]): void {
    for (const person of people)
      if (isHeardAgain(this.#session, person, this.now())) this.note({ type: 'spoke', person })
  }

  /** Reads the session again: its log was rewritten, and says the same of everybody who is in it. [KEEP-6] */
  async reread(): Promise<void> {
    this.#isRewritten = true
    // It changes nothing by itself unless its time has come. [LOG-3]
    await this.put({ type: 'unattended' })
  }

  /** Resolves once nothing waits any more. */
  async rested(): Promise<void> {
    await this.#draining
  }

  /** Stops its timers. What waits is still done. */
  async close(): Promise<void> {
    this.#closed = true
    for (const callOff of this.#timers) callOff()
    this.#timers.clear()
    await this.#draining
  }

  async #post(entry: Entry): Promise<Rejection | null> {
    return await new Promise((settle, fail) => {
      this.#mailbox.push({ entry, settle, fail })
      this.#draining ??= this.#drain()
    })
  }

  async #drain(): Promise<void> {
    while (this.#mailbox.length > 0) {
      const waiting = this.#mailbox
      this.#mailbox = []
      try {
        if (!this.#isStoreUp) await this.#lookForStore()
        await this.#work(waiting)
      } catch (fault) {
        this.#isStale = true
        this.#failed(waiting, fault)
      }
      this.#isStoring = false
      if (!this.#isStale) for (const look of this.#readers.splice(0)) this.#show(look)
    }
    this.#draining = null
  }

  /** A store that is away is no fault of who asks: they are told so, and it is looked for again until it is back. [STORE-1] */
  #failed(waiting: readonly Waiting[], fault: unknown): void {
    if (!(fault instanceof StoreDown)) return waiting.forEach(({ fail }) => fail(fault))
    for (const { settle } of waiting) settle({ refusal: 'store-down' })
    if (this.#isStoreUp) {
      this.#isStoreUp = false
      this.#needs.log.error({ session: this.id, fault }, 'the store is away')
      this.#needs.storeIsUp(false)
      this.#lookLater()
    } else if (this.#isLooking) {
      this.#isLooking = false
      this.#lookLater()
    }
  }

  /** A system event that changes nothing unless its time has come [LOG-3] gives the occasion. */
  #lookLater(): void {
    this.#after(RETRY_SYSTEM_EVENT, () => {
      this.#isLooking = true
      return { type: 'unattended' }
    })
  }

  /** Resolves once the store takes something again, and the session is as the store has it. */
  async #lookForStore(): Promise<void> {
    if (!this.#isLooking) throw new StoreDown('The store was away a moment ago.')
    await this.#needs.store.append(this.id, 0, [])
    await this.#readAnew()
    this.#isLooking = false
    this.#isStoreUp = true
    this.#needs.log.info({ session: this.id }, 'the store is back')
    this.#needs.storeIsUp(true)
  }

  /** One who looks and fails takes no other along. */
  #show(look: (session: Session) => void): void {
    try {
      look(this.#session)
    } catch (fault) {
      this.#needs.log.error({ session: this.id, fault }, 'somebody could not be shown the session')
    }
  }

  /** Decides all that waits, and stores what comes of it in one commit; another writer's is read, and all is decided again. */
  async #work(waiting: readonly Waiting[]): Promise<void> {
    const { log } = this.#needs
    const entries = waiting.map(({ entry }) => entry)
    for (;;) {
      if (!this.#needs.lease.isHeld()) return this.#letGo(waiting)
      if (this.#isStale) await this.#readAnew()
      if (this.#isRewritten) await this.#readRewritten()
      const batch = await Batch.of(entries, this.id, this.#needs)
      this.#isStoring = true
      const decided = batch.decide(this.#session, () => this.now())
      const events = decided.flatMap(({ happened }) => happened.flatMap(({ event, stored }) => (stored ? event : [])))
      const stored = events.length === 0 ? 'stored' : await this.#append(events)
      if (stored === 'stored') return this.#publish(waiting, decided)
      log.warn({ session: this.id, seq: this.#seq, stored }, 'not stored')
      if (stored === 'fenced') {
        await this.#read()
        return this.#letGo(waiting)
      }
      await this.#readAnew()
      if (stored === 'disk-full') return refuseFrom(waiting, decided)
    }
  }

  async #append(events: Event[]): Promise<'stored' | AppendFault> {
    this.#isStale = true
    const stored = await this.#needs.store.append(this.id, this.#seq, events, this.#needs.lease.fence)
    if (stored !== 'stored') return stored
    this.#isStale = false
    this.#seq += events.length
    this.#lastAt = events.at(-1)?.at ?? this.#lastAt
    return stored
  }

  /** Another process decides from now on: who waits is told so, and nobody is told anything else. */
  #letGo(waiting: readonly Waiting[]): void {
    for (const { settle } of waiting) settle({ refusal: 'room-moved' })
    this.#needs.lease.lose()
  }

  #publish(waiting: readonly Waiting[], decided: readonly Decided[]): void {
    for (const { happened } of decided)
      for (const { event, delivery } of happened) {
        this.#lost.note(this.#session, event)
        for (const timer of timersAfter(this.#session, event)) this.#start(timer)
        this.#needs.happened(this.#session, event, delivery)
      }
    this.#needs.settled()
    waiting.forEach(({ settle }, n) => settle(decided[n]?.no ?? null))
    this.#snapshotWhenDue()
  }

  /** A session that is opened again is not to read its whole log. */
  #snapshotWhenDue(): void {
    const isOver = this.#session.endedAt === this.#lastAt
    if (!isOver && this.#seq < this.#snapshotAt + SNAPSHOT_EVERY) return
    this.#snapshotAt = this.#seq
    this.#needs.store
      .renewSnapshot(this.id)
      .catch((fault: unknown) => this.#needs.log.warn({ session: this.id, fault }, 'no snapshot was made'))
  }

  /** What was evolved in memory and could not be stored is not so. */
  async #readAnew(): Promise<void> {
    await this.#read()
    this.#lost.restore(this.#session, this.now())
    this.#needs.readAnew()
  }

  async #readRewritten(): Promise<void> {
    await this.#read()
    this.#lost.restore(this.#session, this.now())
    this.#isRewritten = false
  }

  async #read(): Promise<void> {
    const { store, clock, log } = this.#needs
    const { session, next, lastAt, unreadable } = await loadSession(store, this.id)
    if (unreadable.length > 0) log.error({ session: this.id, rows: unreadable }, 'rows of the log cannot be read')
    this.#session = session
    this.#seq = next
    this.#lastAt = lastAt
    this.#time = new SessionTime(clock, Math.max(lastAt, this.now()))
    this.#isStale = false
  }

  #start({ at, systemEvent }: Timer): void {
    this.#after(at - this.now(), () => systemEvent)
  }

  #after(wait: Millis, systemEvent: () => SystemEvent): void {
    if (this.#closed) return
    const callOff = this.#needs.clock.after(wait, () => {
      this.#timers.delete(callOff)
      this.note(systemEvent())
    })
    this.#timers.add(callOff)
  }
}

/** Nothing was stored: who was refused before anything was to be is refused as they were, and all others because of the disk. */
function refuseFrom(waiting: readonly Waiting[], decided: readonly Decided[]): void {
  const first = decided.findIndex(({ happened }) => happened.length > 0)
  waiting.forEach(({ settle }, n) => settle(n < first ? (decided[n]?.no ?? null) : { refusal: 'disk-full' }))
}
