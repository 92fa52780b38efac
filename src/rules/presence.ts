import type { Event } from '../protocol/events.ts'
import { NOTHING_KEPT } from '../protocol/views.ts'
import type { Millis, PersonId } from '../protocol/words.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import type { Person, Session } from './session.ts'
import { shareEnds } from './share.ts'

/** How long a place is kept for who was cut off: long enough for a laptop that sleeps between two rooms. [PRESENCE-2] */
export const KEPT_WHEN_CUT: Millis = 120_000
/** How long for who closed the page: long enough for a reload on a slow phone. [PRESENCE-3] */
export const KEPT_WHEN_CLOSED: Millis = 20_000

/** [ENTER-1] Who joins is a viewer, whatever the role. Joining twice changes nothing but the page. [REMOVE-1] */
export function join(session: Session, actor: Actor, page: string, at: Millis): Outcome {
  if (session.people.has(actor.id)) return arrive(session, actor.id, page, at)
  if (session.removed.has(actor.id)) return refuse('removed')
  return entered(session, actor, page, at)
}

/** What happens when somebody comes in, with what was kept of them. */
export function entered(session: Session, actor: Actor, page: string, at: Millis): Event[] {
  const { id: person, name, role } = actor
  const kept = session.kept.get(person) ?? NOTHING_KEPT
  return [
    { type: 'joined', at, person, name, role, kept },
    { type: 'pageSeen', at, person, page },
  ]
}

/** [LEAVE-1] Who leaves is gone at once, from the stage and from the queue. */
export function leave(me: Person, at: Millis): Outcome {
  return [{ type: 'left', at, person: me.id, why: 'self' }]
}

/**
 * [PRESENCE-1] Who comes back within the time finds the same place. [MUTE-2] A page that was not here before opens with
 * microphone and camera off: only a press in the page itself can open them. [SHARE-5] Nor does it share what another did.
 */
export function arrive(session: Session, person: PersonId, page: string, at: Millis): Event[] {
  const me = session.people.get(person)
  if (!me) return arriveAtDoor(session, person, page, at)
  const events: Event[] = []
  if (!me.present) events.push({ type: 'cameBack', at, person })
  if (session.behind.get(person)?.page !== page) {
    events.push({ type: 'pageSeen', at, person, page })
    if (me.microphone) events.push({ type: 'microphoneTurned', at, person, on: false, by: null })
    if (me.camera) events.push({ type: 'cameraTurned', at, person, on: false, by: null })
    events.push(...shareEnds(session, person, 'self', null, at))
  }
  return events
}

/** [WAIT-7] Who waits is back at the door. */
function arriveAtDoor(session: Session, person: PersonId, page: string, at: Millis): Event[] {
  const waiter = session.waiting.get(person)
  if (!waiter) return []
  const events: Event[] = waiter.keptUntil === null ? [] : [{ type: 'cameBack', at, person }]
  return waiter.page === page ? events : [...events, { type: 'pageSeen', at, person, page }]
}

/** [PRESENCE-2] [PRESENCE-3] A lost connection keeps the place for a time; `clean` says that the page was closed. [SHARE-5] */
export function connectionLost(session: Session, person: PersonId, clean: boolean, at: Millis): Event[] {
  const isHere = session.people.get(person)?.present || session.waiting.get(person)?.keptUntil === null
  if (!isHere) return []
  const lost: Event = { type: 'connectionLost', at, person, until: at + (clean ? KEPT_WHEN_CLOSED : KEPT_WHEN_CUT) }
  return clean ? [...shareEnds(session, person, 'self', null, at), lost] : [lost]
}

/** [PRESENCE-4] When the server itself was away, everybody's place is kept from the moment it is back. */
export function everyConnectionLost(session: Session, at: Millis): Event[] {
  return session.people.size + session.waiting.size === 0
    ? []
    : [{ type: 'everyConnectionLost', at, until: at + KEPT_WHEN_CUT }]
}

/** [PRESENCE-5] Whose time is over has left. */
export function personGone(session: Session, person: PersonId, at: Millis): Event[] {
  const waiter = session.waiting.get(person)
  const kept = (waiter ?? session.behind.get(person))?.keptUntil
  if (kept === null || kept === undefined || kept > at) return []
  if (waiter) return [{ type: 'stoppedWaiting', at, person, why: 'gone' }]
  return [{ type: 'left', at, person, why: 'gone' }]
}
