import type { Event } from '../protocol/events.ts'
import { rowOf } from './events-table.ts'
import { recordAct } from './moderation/audit-log.ts'
import type { Session } from './session/session.ts'

/**
 * Applies an event to a session, in place, and returns the session. Used by server and client. Total: an event about a person whom this
 * session does not know does nothing.
 */
export function evolve(session: Session, event: Event): Session {
  const { audit, attendance, evolve: change, attends } = rowOf(event)
  if (audit) recordAct(session, event)
  attendance?.(session, event)
  change(session, event)
  if (attends) attend(session, event)
  return session
}

/** [SESSION-5] Records since when no moderator is here, once there was one. [SESSION-6] */
function attend(session: Session, { type, at }: Event): void {
  session.emptySince = session.people.size > 0 ? null : (session.emptySince ?? at)
  const isAttended = [...session.moderators].some((id) => session.people.get(id)?.present)
  session.attended ||= isAttended
  // While the server itself was away, nobody counts as absent. [SESSION-8]
  const since = type === 'everyConnectionLost' ? null : session.unattendedSince
  session.unattendedSince = isAttended || !session.attended ? null : (since ?? at)
  if (isAttended || since === null) session.endsAt = null
}
