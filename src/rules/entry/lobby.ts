import type { Event } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { reject, type Actor, type Doer, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import { nameAmong } from './namesakes.ts'
import { entered } from './presence.ts'
import type { Session, Waiter } from '../session/session.ts'

// [WAIT-6]
const ASK_AGAIN: Millis = 30_000

/** [WAIT-1] [WAIT-2] Whether somebody has to wait at a locked door. No bot does: nobody is to admit them one by one. */
export function hasToWait(session: Session, who: Doer & { bot?: true | undefined }): boolean {
  return session.locked && !who.bot && !can(who, 'passLock') && !session.returning.has(who.id)
}

/** [WAIT-1] Waits, in the order of coming; knocking twice changes nothing. */
export function requestEntry(session: Session, actor: Actor, page: string, at: Millis): Outcome {
  const { id: person, role } = actor
  const name = nameAmong(session, person, role, actor.name)
  if (session.waiting.has(person)) return []
  if (at < (session.declinedEntries.get(person) ?? -ASK_AGAIN) + ASK_AGAIN) return reject('ask-later')
  return [{ type: 'waiting', at, person, name, role, page }]
}

/** Goes away from the door. */
export function stopWaiting(person: PersonId, at: Millis): Outcome {
  return [{ type: 'stoppedWaiting', at, person, why: 'self' }]
}

/** [WAIT-1] Locks the room; [WAIT-4] or unlocks it, and lets in all who wait. */
export function lockRoom(session: Session, me: Doer, on: boolean, at: Millis): Outcome {
  if (session.locked === on) return []
  return [{ type: 'roomLocked', at, on, by: me.id }, ...(on ? [] : allIn(session, me, at))]
}

/** [WAIT-3] Lets one in. A second answer to the same person changes nothing. */
export function admit(session: Session, me: Doer, person: PersonId, at: Millis): Outcome {
  const waiter = session.waiting.get(person)
  return waiter ? letIn(session, waiter, me, at) : []
}

/** [WAIT-3] Lets in all who wait; the room stays locked. */
export function admitAll(session: Session, me: Doer, at: Millis): Outcome {
  return allIn(session, me, at)
}

/** [WAIT-3] Does not let one in. */
export function declineEntry(session: Session, me: Doer, person: PersonId, at: Millis): Outcome {
  return session.waiting.has(person) ? [{ type: 'entryDeclined', at, person, by: me.id }] : []
}

function allIn(session: Session, me: Doer, at: Millis): Event[] {
  return [...session.waiting.values()].flatMap((waiter) => letIn(session, waiter, me, at))
}

/** [WAIT-7] Whose connection is lost comes in as one of whom it is kept. Who is inside already is not let in again. */
function letIn(session: Session, waiter: Waiter, me: Doer, at: Millis): Event[] {
  const { person, name, role, page, retainedUntil } = waiter
  const admitted: Event = { type: 'admitted', at, person, by: me.id }
  if (session.people.has(person)) return [admitted]
  const events = [admitted, ...entered(session, { id: person, name, role }, page, at)]
  return retainedUntil === null ? events : [...events, { type: 'connectionLost', at, person, until: retainedUntil }]
}
