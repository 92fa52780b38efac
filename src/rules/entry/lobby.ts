import type { Event } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { reject, type Actor, type ActingPerson, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import { nameAmong } from './namesakes.ts'
import { endedByComing } from '../rehearsal/rehearsal.ts'
import { entered } from './presence.ts'
import type { Session, Waiter } from '../session/session.ts'

// [WAIT-6]
const ASK_AGAIN: Millis = 30_000
// So many come in at once; then others are heard.
const TOGETHER = 100
// More who come uninvited would hide those who are invited. [ASK-3]
const UNINVITED_MAX = 20

/**
 * [WAIT-1] [WAIT-2] Whether a person has to wait: while the room is locked, and always without an invitation [ASK-1]. A bot never has to:
 * nobody is to admit them one by one.
 */
export function hasToWait(session: Session, who: ActingPerson & Pick<Actor, 'bot' | 'uninvited'>): boolean {
  if (who.uninvited) return true
  return session.locked && !who.bot && !can(who, 'passLock') && !session.returning.has(who.id)
}

/** [WAIT-1] Puts a person into the lobby, after the others. A second request changes nothing. */
export function requestEntry(session: Session, actor: Actor, page: string, at: Millis): Outcome {
  const { id: person, role } = actor
  const name = nameAmong(session, person, role, actor.name)
  const mark = actor.uninvited && { uninvited: actor.uninvited }
  if (session.waiting.has(person)) return []
  if (actor.uninvited && uninvitedIn(session) >= UNINVITED_MAX) return reject('ask-later')
  if (at < (session.declinedEntries.get(person) ?? -ASK_AGAIN) + ASK_AGAIN) return reject('ask-later')
  return [...endedByComing(session, actor, at), { type: 'waiting', at, person, name, role, page, ...mark }]
}

function uninvitedIn({ waiting }: Session): number {
  let many = 0
  for (const { uninvited } of waiting.values()) if (uninvited) many += 1
  return many
}

/** Takes a person out of the lobby, by their own wish. */
export function stopWaiting(person: PersonId, at: Millis): Outcome {
  return [{ type: 'stoppedWaiting', at, person, why: 'self' }]
}

/** [WAIT-1] Locks the room; or unlocks it [WAIT-4] and lets everybody in the lobby in. */
export function lockRoom(session: Session, me: ActingPerson, on: boolean, at: Millis): Outcome {
  if (session.locked === on) return []
  return [{ type: 'roomLocked', at, on, by: me.id }, ...(on ? [] : allIn(session, me.id, at, at))]
}

/** [WAIT-3] Lets one person in. A second answer to the same person changes nothing. */
export function admit(session: Session, me: ActingPerson, person: PersonId, at: Millis): Outcome {
  const waiter = session.waiting.get(person)
  return waiter ? letIn(session, waiter, me.id, at) : []
}

/** [WAIT-3] [WAIT-4] Lets in all who wait; the room stays locked. */
export function admitAll(session: Session, me: ActingPerson, at: Millis): Outcome {
  return allIn(session, me.id, at, at)
}

/** [WAIT-4] Lets in the next of those who are all to come in. */
export function admitMore(session: Session, at: Millis): Event[] {
  const { admitting } = session
  return admitting ? allIn(session, admitting.by, admitting.since, at) : []
}

/** [WAIT-3] Declines one person. */
export function declineEntry(session: Session, me: ActingPerson, person: PersonId, at: Millis): Outcome {
  return session.waiting.has(person) ? [{ type: 'entryDeclined', at, person, by: me.id }] : []
}

/** Lets in the first of those who have waited since a time, or before, and says so where there are more. */
function allIn(session: Session, by: PersonId, since: Millis, at: Millis): Event[] {
  const events: Event[] = []
  let many = 0
  for (const waiter of session.waiting.values()) {
    if (waiter.at > since) break
    // They are let in one by one. [ASK-2]
    if (waiter.uninvited) continue
    if (many === TOGETHER) return [...events, { type: 'admittingAll', at, by, since }]
    many += 1
    events.push(...letIn(session, waiter, by, at))
  }
  return events
}

/**
 * [WAIT-7] A person whose connection is lost at that moment enters as one whose place is kept. A person who is inside already is not let in
 * again.
 */
function letIn(session: Session, waiter: Waiter, by: PersonId, at: Millis): Event[] {
  const { person, name, role, page, retainedUntil } = waiter
  const admitted: Event = { type: 'admitted', at, person, by }
  if (session.people.has(person)) return [admitted]
  const events = [admitted, ...entered(session, { id: person, name, role }, page, at)]
  return retainedUntil === null ? events : [...events, { type: 'connectionLost', at, person, until: retainedUntil }]
}
