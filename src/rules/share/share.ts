import type { Event, Told } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import { can, isModerator } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/**
 * [SHARE-1] Shares the screen, with `sound` or without. [SHARE-3] `instead`: whose share the person agreed to end; if somebody else shares
 * by now, it is rejected.
 */
export function startShare(
  session: Session,
  me: Person,
  { sound, instead }: { sound: boolean; instead: PersonId | null },
  at: Millis,
): Outcome {
  const { share } = session
  const no = whyNotShare(session, me)
  if (no) return reject(no)
  if (share?.person === me.id && share.sound === sound) return []
  const isTaken = share !== null && share.person !== me.id
  if (isTaken && share.person !== instead) return reject('someone-shares')
  const before = isTaken ? shareEnds(session, share.person, 'taken', me.id, at) : []
  return [...before, { type: 'shareStarted', at, person: me.id, sound }]
}

/** Why a person could not share now, not even by taking over; null if they can. */
export function whyNotShare(session: Session, me: Person): Refusal | null {
  if (!can(me, 'shareScreen')) return 'not-permitted'
  if (me.place === 'backstage') return 'not-from-backstage'
  const sharer = session.people.get(session.share?.person ?? '')
  const isTheirs = sharer !== undefined && sharer.id !== me.id && isModerator(sharer.role)
  return isTheirs && !can(me, 'stopShare', sharer) ? 'sharer-first' : null
}

/** [SHARE-5] Ends one's own share; [SHARE-4] moderators end others'. */
export function stopShare(session: Session, me: ActingPerson, target: Person, at: Millis): Outcome {
  const isOwn = target.id === me.id
  if (!isOwn && !can(me, 'stopShare', target)) return reject('not-allowed')
  return shareEnds(session, target.id, isOwn ? 'self' : 'stopped', me.id, at)
}

/** [SHARE-5] The event that ends a person's share, if there is one. */
export function shareEnds(
  session: Session,
  person: PersonId,
  why: Told<'shareEnded'>['why'],
  by: PersonId | null,
  at: Millis,
): Event[] {
  return session.share?.person === person ? [{ type: 'shareEnded', at, person, why, by }] : []
}

/** [SHARE-5] The event that ends the share of a person who is not allowed to share any more. `person` is given as after the change. */
export function shareEndsWhereNotPermitted(session: Session, person: Person, by: PersonId, at: Millis): Event[] {
  return can(person, 'shareScreen') ? [] : shareEnds(session, person.id, 'rights', by, at)
}
