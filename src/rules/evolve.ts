import type { Event } from '../protocol/events.ts'
import { rowOf } from './events-table.ts'
import { note } from './moderation/audit-log.ts'
import type { Session } from './session/session.ts'

/**
 * What an event makes of a session. Total: an event about somebody never announced is nothing. Shared by server and
 * client; changes the session it is given, which it owns, and gives it back.
 */
export function evolve(session: Session, event: Event): Session {
  const { audit, attendance, evolve: change, attends } = rowOf(event)
  if (audit) note(session, event)
  attendance?.(session, event)
  change(session, event)
  if (attends) attend(session, event)
  return session
}

/** [SESSION-5] Notes since when no moderator is here, once one was. [SESSION-6] */
function attend(session: Session, { type, at }: Event): void {
  session.emptySince = session.people.size > 0 ? null : (session.emptySince ?? at)
  const isAttended = [...session.moderators].some((id) => session.people.get(id)?.present)
  session.attended ||= isAttended
  // The time in which the server itself was away is nobody's absence. [SESSION-8]
  const since = type === 'everyConnectionLost' ? null : session.unattendedSince
  session.unattendedSince = isAttended || !session.attended ? null : (since ?? at)
  if (isAttended || since === null) session.endsAt = null
}
