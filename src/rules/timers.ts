import type { Event } from '../protocol/events.ts'
import type { Millis } from '../protocol/words.ts'
import type { Fact } from './outcome.ts'
import type { Session } from './session.ts'

/** A fact to be put into the queue at a time; late or repeated, it does no harm. */
export type Timer = { at: Millis; fact: Fact }

/** The timers that an event starts. */
export function timersAfter(session: Session, event: Event): Timer[] {
  if (event.type === 'connectionLost') return [{ at: event.until, fact: { type: 'personGone', person: event.person } }]
  return event.type === 'everyConnectionLost' ? timersOf(session) : []
}

/** Every timer that a session waits for, for a server that has just loaded it. */
export function timersOf(session: Session): Timer[] {
  return [...session.behind].flatMap(([person, { keptUntil }]) =>
    keptUntil === null ? [] : [{ at: keptUntil, fact: { type: 'personGone' as const, person } }],
  )
}
