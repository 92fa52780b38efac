import type { Event } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { isStored } from '../../rules/events-table.ts'
import { evolve } from '../../rules/evolve.ts'
import type { Session } from '../../rules/session/session.ts'

type Presence = Extract<Event, { type: 'connectionLost' | 'cameBack' }>

/** Whose connection is lost, and until when the place is kept: of those who only watch, or wait, the log does not say. [PRESENCE-2] */
export class LostConnections {
  readonly #until = new Map<PersonId, Millis>()

  /** Notes what has just happened to a session. */
  note(session: Session, event: Event): void {
    if (event.type === 'connectionLost') this.#until.set(event.person, event.until)
    else if (event.type === 'everyConnectionLost')
      for (const id of [...session.people.keys(), ...session.waiting.keys()]) this.#until.set(id, event.until)
    else if (event.type === 'cameBack' || event.type === 'left' || event.type === 'removed')
      this.#until.delete(event.person)
  }

  /** Brings a session that was read from its log up to date. */
  restore(session: Session, at: Millis): void {
    for (const { id, present } of session.people.values()) this.#restore(session, id, present, at)
    for (const { person, retainedUntil } of session.waiting.values())
      this.#restore(session, person, retainedUntil === null, at)
  }

  #restore(session: Session, person: PersonId, isThere: boolean, at: Millis): void {
    const until = this.#until.get(person)
    if (isThere === (until === undefined)) return
    const event: Presence =
      until === undefined ? { type: 'cameBack', at, person } : { type: 'connectionLost', at, person, until }
    // What the log does say of somebody is so.
    if (!isStored(session, event)) evolve(session, event)
  }
}
