import type { Attendance } from '../../protocol/views.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Session } from '../session/session.ts'

const NONE: Attendance = { inside: 0, onStage: 0, since: null, onStageSince: null }

/** [END-2] Records since when a person is inside or on stage. Time from before is kept beside it. */
export function recordAttendance(session: Session, person: PersonId, what: Partial<Attendance>): void {
  session.attendance.set(person, { ...NONE, ...session.attendance.get(person), ...what })
}

/** Records that a person left the stage. */
export function recordOffStage(session: Session, person: PersonId, at: Millis): void {
  const stay = session.attendance.get(person)
  if (!stay || stay.onStageSince === null) return
  recordAttendance(session, person, { onStage: stay.onStage + at - stay.onStageSince, onStageSince: null })
}

/** Records that a person left the stage and the session. */
export function recordLeft(session: Session, person: PersonId, at: Millis): void {
  recordOffStage(session, person, at)
  const stay = session.attendance.get(person)
  if (!stay || stay.since === null) return
  recordAttendance(session, person, { inside: stay.inside + at - stay.since, since: null })
}
