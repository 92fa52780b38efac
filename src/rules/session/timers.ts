import type { Event } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { EVENTS } from '../events-table.ts'
import type { SystemEvent } from '../outcome.ts'
import { endOf } from './room.ts'
import type { Session } from './session.ts'

/** A system event for the mailbox, at a time. If it comes late or twice it changes nothing. */
export type Timer = { at: Millis; systemEvent: SystemEvent }

/** The timers that an event starts. */
export function timersAfter(session: Session, event: Event): Timer[] {
  const { timers } = EVENTS[event.type]
  if (timers === 'all') return timersOf(session)
  if (timers === 'lobby') return lobbyTimers(session, event.at)
  const kept: Timer[] =
    timers === 'own' && 'until' in event && 'person' in event ? [goneAt(event.person, event.until)] : []
  return session.unattendedSince === event.at ? [...kept, ...endTimers(session)] : kept
}

function goneAt(person: PersonId, at: Millis): Timer {
  return { at, systemEvent: { type: 'personGone', person } }
}

/** Every timer of a session, for a server that has just loaded it. */
export function timersOf(session: Session): Timer[] {
  const kept = [...session.privateState, ...session.waiting].flatMap(([person, { retainedUntil }]) =>
    retainedUntil === null ? [] : [goneAt(person, retainedUntil)],
  )
  return [...kept, ...lobbyTimers(session, 0), ...endTimers(session)]
}

/** [WAIT-4] */
function lobbyTimers({ admitting }: Session, at: Millis): Timer[] {
  return admitting ? [{ at, systemEvent: { type: 'admitMore' } }] : []
}

/** [SESSION-5] */
function endTimers(session: Session): Timer[] {
  const end = endOf(session)
  return end ? [end.warnsAt, end.endsAt].map((at) => ({ at, systemEvent: { type: 'unattended' } })) : []
}
