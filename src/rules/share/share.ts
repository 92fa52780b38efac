import type { Event, Told } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { isHeldByOther, makesWay, showEnds, whyNotMain } from '../content/main-place.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/**
 * [SHARE-1] Shares the screen, with `sound` or without. [SHARE-3] `instead`: whose share or content the person agreed to end; if somebody
 * else has the main place by now, it is rejected.
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
  const started: Event = { type: 'shareStarted', at, person: me.id, sound }
  if (share?.person === me.id) return share.sound === sound ? [] : [started]
  if (isHeldByOther(session, me, instead)) return reject('someone-shares')
  return [...makesWay(session, me, at), started]
}

/** Why a person could not share now, not even by taking over; null if they can. */
export function whyNotShare(session: Session, me: Person): Refusal | null {
  return can(me, 'shareScreen') ? whyNotMain(session, me) : 'not-permitted'
}

/** [SHARE-5] Ends one's own share; [SHARE-4] moderators end others'. */
export function stopShare(session: Session, me: ActingPerson, target: Person, at: Millis): Outcome {
  const isOwn = target.id === me.id
  if (!isOwn && !can(me, 'stopShare', target)) return reject('not-allowed')
  return session.share?.person === target.id ? showEnds(session, target.id, isOwn ? 'self' : 'stopped', me.id, at) : []
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
