import type { Event, Told } from '../../protocol/events.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { can, isModerator } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/** Who has the main place: shares a screen or presents content; null if nobody does. [PRESENT-3] */
export function holderOf({ share, content }: Pick<Session, 'share' | 'content'>): PersonId | null {
  return (share ?? content)?.person ?? null
}

/** Why a person could not have the main place now, not even by taking over; null if they can. Who may show at all is asked before. */
export function whyNotMain(session: Session, me: Person): Refusal | null {
  if (me.place === 'backstage') return 'not-from-backstage'
  const holder = session.people.get(holderOf(session) ?? '')
  const isTheirs = holder !== undefined && holder.id !== me.id && isModerator(holder.role)
  return isTheirs && !can(me, 'stopShare', holder) ? 'sharer-first' : null
}

/** Whether somebody else has it whom the person did not agree to end. */
export function isHeldByOther(session: Session, me: Person, instead: PersonId | null): boolean {
  const holder = holderOf(session)
  return holder !== null && holder !== me.id && holder !== instead
}

/** The events that end what a person shows in the main place, a screen or content, where they do. */
export function showEnds(
  session: Session,
  person: PersonId,
  why: Told<'shareEnded'>['why'] & Told<'contentEnded'>['why'],
  by: PersonId | null,
  at: Millis,
): Event[] {
  if (session.share?.person === person) return [{ type: 'shareEnded', at, person, why, by }]
  if (session.content?.person === person) return [{ type: 'contentEnded', at, person, why, by }]
  return []
}

/** [PRESENT-3] The event that ends what has the main place, for what I am about to show there: my own, or whose I take over. */
export function makesWay(session: Session, me: Person, at: Millis): Event[] {
  const holder = holderOf(session)
  if (holder === null) return []
  return showEnds(session, holder, holder === me.id ? 'self' : 'taken', me.id, at)
}

/** [SHARE-5] [PRESENT-5] The event that ends what a person shows who is not permitted to any more. `person` is given as after the change. */
export function showEndsWhereNotPermitted(session: Session, person: Person, by: PersonId, at: Millis): Event[] {
  const needs = session.share?.person === person.id ? 'shareScreen' : 'presentContent'
  return can(person, needs) ? [] : showEnds(session, person.id, 'rights', by, at)
}
