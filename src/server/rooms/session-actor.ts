import type { Logger } from 'pino'
import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { Message } from '../../protocol/messages.ts'
import type { Millis, PersonId, SessionId } from '../../protocol/words.ts'
import { beforeOf, tellingOf, type Telling } from '../../rules/audience.ts'
import { messageOf } from '../../rules/chat.ts'
import { decide, decideFact } from '../../rules/decide.ts'
import { evolve } from '../../rules/evolve.ts'
import { isRefusal, refuse, type Actor, type Fact, type No, type Outcome } from '../../rules/outcome.ts'
import { nothingYet, type Session } from '../../rules/session.ts'
import { timersAfter, timersOf, type Timer } from '../../rules/timers.ts'
import type { Clock } from '../clock.ts'
import { SessionTime } from './session-time.ts'
import type { Store } from '../store/store.ts'

/** What a live session needs. `happened` is called after an event is stored and folded, in order. */
export type SessionNeeds = {
  store: Store
  clock: Clock
  log: Logger
  /** Who somebody is who is not inside, by name and role of this moment; null for a stranger. */
  whoIs(person: PersonId): Promise<Actor | null>
  happened(session: Session, event: Event, telling: Telling): void
}

// A full disk is looked at again after this time, so that what the server itself noticed is not forgotten.
const RETRY_FACT: Millis = 5_000

/** One session, doing one thing at a time: decide, store, evolve, tell. Ends with `close`. */
export class SessionActor {
  readonly id: SessionId
  readonly #needs: SessionNeeds
  #session: Session = nothingYet()
  #seq = 0
  #time: SessionTime
  #tail: Promise<unknown> = Promise.resolve()
  readonly #timers = new Set<() => void>()
  #closed = false

  private constructor(id: SessionId, needs: SessionNeeds) {
    this.id = id
    this.#needs = needs
    this.#time = new SessionTime(needs.clock, 0)
  }

  /** A session that begins with these events, which are stored already. */
  static begun(id: SessionId, events: Event[], needs: SessionNeeds): SessionActor {
    const live = new SessionActor(id, needs)
    live.#fold(events)
    return live
  }

  /** A session from its log, after the server was away since a time, in ms since 1970. [PRESENCE-4] [SESSION-8] */
  static async load(id: SessionId, since: Millis, needs: SessionNeeds): Promise<SessionActor> {
    const live = new SessionActor(id, needs)
    const events = await needs.store.load(id)
    live.#fold(events)
    const last = events.at(-1)?.at ?? 0
    live.#time = new SessionTime(needs.clock, last)
    const stored = live.#seq
    await live.put({ type: 'serverAway', since: Math.max(since, last) })
    // What has just happened has started its timers.
    if (live.#seq === stored) for (const timer of timersOf(live.#session)) live.#start(timer)
    return live
  }

  /** The session as it stands. To be read only, and only until the next await. */
  get session(): Session {
    return this.#session
  }

  /** The session's own time in ms, which never goes back. */
  now(): Millis {
    return this.#time.now()
  }

  /**
   * Puts a person's command into the queue. Resolves to null when it was stored, or to why not. Who it is and what it is about are
   * looked up in the queue: authority is that of the moment of deciding.
   */
  async ask(asker: PersonId, command: Command): Promise<No | null> {
    const about = messageOf(command)
    return await this.#queue(async (at) => {
      const actor = this.#session.people.get(asker) ?? (await this.#needs.whoIs(asker))
      if (!actor) return refuse('no-entry')
      return decide(this.#session, actor, command, at, about && (await this.#message(asker, about)))
    })
  }

  /** A message as the store has it for who asks. */
  async #message(reader: PersonId, about: { with: PersonId | null; n: number }): Promise<Message | null> {
    const reading = { reader, with: about.with }
    const window = { before: null, after: about.n - 1, limit: 1 }
    const [found] = await this.#needs.store.messages(this.id, reading, window)
    return found?.n === about.n ? found : null
  }

  /**
   * Puts a fact into the queue. Facts are never refused; one that could not be stored is put again later. After `close`
   * they are let go: whoever loads the session next holds everybody for cut off.
   */
  async put(fact: Fact): Promise<void> {
    if (this.#closed) return
    const no = await this.#queue((at) => decideFact(this.#session, fact, at))
    if (no?.refusal === 'disk-full') this.#start({ at: this.now() + RETRY_FACT, fact })
  }

  /** Stops its timers. What is in the queue is still done. */
  async close(): Promise<void> {
    this.#closed = true
    for (const callOff of this.#timers) callOff()
    this.#timers.clear()
    await this.#tail
  }

  async #queue(outcomeAt: (at: Millis) => Outcome | Promise<Outcome>): Promise<No | null> {
    const turn = this.#tail.then(async () => await this.#turn(outcomeAt))
    this.#tail = turn.catch(() => {})
    return await turn
  }

  async #turn(outcomeAt: (at: Millis) => Outcome | Promise<Outcome>): Promise<No | null> {
    for (;;) {
      const outcome = await outcomeAt(this.now())
      const no = isRefusal(outcome) ? outcome : null
      const events = isRefusal(outcome) ? (outcome.events ?? []) : outcome
      if (events.length === 0) return no
      const stored = await this.#needs.store.append(this.id, this.#seq, events)
      if (stored === 'stored') {
        for (const event of events) this.#happen(event)
        return no
      }
      this.#needs.log.warn({ session: this.id, seq: this.#seq, stored }, 'not stored')
      if (stored === 'disk-full') return { refusal: 'disk-full' }
      // Somebody else appended first: read on, and decide again.
      for (const event of (await this.#needs.store.load(this.id)).slice(this.#seq)) this.#happen(event)
    }
  }

  #happen(event: Event): void {
    const before = beforeOf(this.#session, event)
    this.#fold([event])
    for (const timer of timersAfter(this.#session, event)) this.#start(timer)
    this.#needs.happened(this.#session, event, tellingOf(this.#session, event, before))
  }

  #fold(events: Event[]): void {
    for (const event of events) evolve(this.#session, event)
    this.#seq += events.length
  }

  #start({ at, fact }: Timer): void {
    if (this.#closed) return
    const callOff = this.#needs.clock.after(at - this.now(), () => {
      this.#timers.delete(callOff)
      this.put(fact).catch((fault: unknown) => this.#needs.log.error({ session: this.id, fault }, 'a fact was lost'))
    })
    this.#timers.add(callOff)
  }
}
