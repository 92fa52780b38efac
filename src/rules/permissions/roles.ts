import type { Event } from '../../protocol/events.ts'
import type { GivenRole, Millis, Permission, PersonId } from '../../protocol/types.ts'
import { showEndsWhereNotPermitted } from '../content/main-place.ts'
import { offWhereLocked, unlocked } from '../moderation/locks.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import { customFrom, isLower, mayGive, permissionsOf, isModerator } from './policy.ts'
import type { Person, Session } from '../session/session.ts'

/** [ROLE-5] Gives a person another role, at most one's own. [LOCK-5] [LOCK-6] [SHARE-5] [PRESENT-5] */
export function setRole(session: Session, me: ActingPerson, target: Person, role: GivenRole, at: Millis): Outcome {
  if (!mayGive(me, role, target)) return reject('not-allowed')
  if (target.role === role) return []
  const locks = isModerator(role) ? unlocked(target, me, at) : offWhereLocked(session, { ...target, role }, me, at)
  const show = showEndsWhereNotPermitted(session, { ...target, role }, me.id, at)
  return [...locks, ...show, { type: 'roleSet', at, person: target.id, role, was: target.role, by: me.id }]
}

/** [ROLE-1] An invite link raises the role of a person inside or in the lobby at once. Becoming a moderator ends their locks. [LOCK-5] */
export function roleByLink(session: Session, person: PersonId, role: GivenRole, at: Millis): Event[] {
  const target = session.people.get(person)
  const was = target?.role ?? session.waiting.get(person)?.role
  if (was === undefined || !isLower(was, role)) return []
  const locks = target && isModerator(role) ? unlocked(target, target, at) : []
  return [...locks, { type: 'roleSet', at, person, role, was, by: null }]
}

/** [MEMBER-4] A role that comes by who somebody is, given or taken back outside of the session: it is theirs at once. [LOCK-5] [LOCK-6] [SHARE-5] [PRESENT-5] */
export function roleByName(session: Session, person: PersonId, role: GivenRole, at: Millis): Event[] {
  const target = session.people.get(person)
  const was = target?.role ?? session.waiting.get(person)?.role
  if (was === undefined || was === role) return []
  const locks = !target
    ? []
    : isModerator(role)
      ? unlocked(target, target, at)
      : offWhereLocked(session, { ...target, role }, target, at)
  const show = target ? showEndsWhereNotPermitted(session, { ...target, role }, person, at) : []
  return [...locks, ...show, { type: 'roleSet', at, person, role, was, by: null, named: true }]
}

/** [ROLE-7] Makes a person a chat moderator, or ends that. */
export function setChatModerator(me: ActingPerson, target: Person, on: boolean, at: Millis): Outcome {
  return target.chatModerator === on ? [] : [{ type: 'chatModeratorSet', at, person: target.id, on, by: me.id }]
}

/** [MEMBER-6] Somebody has become a chat moderator by who they are, or is it no longer: then what was given here counts again. */
export function chatModeratorByName(session: Session, person: PersonId, named: boolean, at: Millis): Event[] {
  if (!session.people.has(person)) return []
  const given = session.privateState.get(person)?.chatModeratorHere
  if (named === (given !== undefined)) return []
  return [{ type: 'chatModeratorSet', at, person, on: named || given === true, by: null, named }]
}

/** [PERMISSION-2] Changes some of a person's permissions, whatever the role. [SHARE-5] [PRESENT-5] */
export function setPermissions(
  session: Session,
  me: ActingPerson,
  target: Person,
  wanted: Partial<Record<Permission, boolean>>,
  at: Millis,
): Outcome {
  const custom = customFrom(target.role, { ...permissionsOf(target), ...wanted })
  if (JSON.stringify(custom) === JSON.stringify(target.custom)) return []
  const show = showEndsWhereNotPermitted(session, { ...target, custom }, me.id, at)
  return [...show, { type: 'permissionsSet', at, person: target.id, custom, by: me.id }]
}
