import type { Event } from '../../protocol/events.ts'
import type { Millis } from '../../protocol/words.ts'
import type { Fact } from '../outcome.ts'
import { endOf } from './room.ts'
import type { Session } from './session.ts'

/** A fact to be put into the queue at a time; late or repeated, it does no harm. */
export type Timer = { at: Millis; fact: Fact }

/** The timers that an event starts. */
export function timersAfter(session: Session, event: Event): Timer[] {
  if (event.type === 'everyConnectionLost') return timersOf(session)
  const kept: Timer[] =
    event.type === 'connectionLost' ? [{ at: event.until, fact: { type: 'personGone', person: event.person } }] : []
  return session.unattendedSince === event.at ? [...kept, ...endTimers(session)] : kept
}

/** Every timer that a session waits for, for a server that has just loaded it. */
export function timersOf(session: Session): Timer[] {
  const kept = [...session.behind, ...session.waiting].flatMap(([person, { keptUntil }]) =>
    keptUntil === null ? [] : [{ at: keptUntil, fact: { type: 'personGone' as const, person } }],
  )
  return [...kept, ...endTimers(session)]
}

/** [SESSION-5] */
function endTimers(session: Session): Timer[] {
  const end = endOf(session)
  return end ? [end.warnsAt, end.endsAt].map((at) => ({ at, fact: { type: 'unattended' } })) : []
}
