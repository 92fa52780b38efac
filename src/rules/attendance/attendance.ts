import type { Attendance } from '../../protocol/views.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import type { Session } from '../session/session.ts'

const NONE: Attendance = { inside: 0, onStage: 0, since: null, onStageSince: null }

/** [END-2] Notes since when somebody is inside or on stage, beside how long they were before. */
export function noteAttendance(session: Session, person: PersonId, what: Partial<Attendance>): void {
  session.attendance.set(person, { ...NONE, ...session.attendance.get(person), ...what })
}

/** Off the stage. */
export function stepDown(session: Session, person: PersonId, at: Millis): void {
  const stay = session.attendance.get(person)
  if (!stay || stay.onStageSince === null) return
  noteAttendance(session, person, { onStage: stay.onStage + at - stay.onStageSince, onStageSince: null })
}

/** Off the stage, and out. */
export function goOut(session: Session, person: PersonId, at: Millis): void {
  stepDown(session, person, at)
  const stay = session.attendance.get(person)
  if (!stay || stay.since === null) return
  noteAttendance(session, person, { inside: stay.inside + at - stay.since, since: null })
}
