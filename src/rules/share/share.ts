import type { Event, Told } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { reject, type Doer, type Outcome } from '../outcome.ts'
import { can, isModerator } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/**
 * [SHARE-1] Shares the screen, with its `sound` or without. [SHARE-3] Who takes over says `instead` of whom: it may be somebody
 * else by now.
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

/** Why somebody could not share now, not even instead of who does; null where nothing is in the way. */
export function whyNotShare(session: Session, me: Person): Refusal | null {
  if (!can(me, 'shareScreen')) return 'not-permitted'
  if (me.place === 'backstage') return 'not-from-backstage'
  const sharer = session.people.get(session.share?.person ?? '')
  const isTheirs = sharer !== undefined && sharer.id !== me.id && isModerator(sharer.role)
  return isTheirs && !can(me, 'stopShare', sharer) ? 'sharer-first' : null
}

/** [SHARE-5] One's own share ends by a word; [SHARE-4] another's by that of who runs the room. */
export function stopShare(session: Session, me: Doer, target: Person, at: Millis): Outcome {
  const isOwn = target.id === me.id
  if (!isOwn && !can(me, 'stopShare', target)) return reject('not-allowed')
  return shareEnds(session, target.id, isOwn ? 'self' : 'stopped', me.id, at)
}

/** [SHARE-5] The end of somebody's share, where there is one. */
export function shareEnds(
  session: Session,
  person: PersonId,
  why: Told<'shareEnded'>['why'],
  by: PersonId | null,
  at: Millis,
): Event[] {
  return session.share?.person === person ? [{ type: 'shareEnded', at, person, why, by }] : []
}

/** [SHARE-5] The end of the share of who may not share any more, as the person is from now on. */
export function shareEndsWhereNotPermitted(session: Session, person: Person, by: PersonId, at: Millis): Event[] {
  return can(person, 'shareScreen') ? [] : shareEnds(session, person.id, 'rights', by, at)
}
