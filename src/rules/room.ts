import type { Event } from '../protocol/events.ts'
import type { Millis, RoomId, RoomMode, SessionId, StageAccess } from '../protocol/words.ts'
import { refuse, type Actor, type Outcome } from './outcome.ts'
import { MODES } from './modes.ts'
import { can } from './policy.ts'
import type { Person, Session } from './session.ts'

/** What lasts of a room from session to session. */
export type RoomSettings = { id: RoomId; name: string; mode: RoomMode }

/**
 * [SESSION-1] The first session of a room begins when its first person joins; [SESSION-2] after an end, the next one
 * begins when a host or moderator joins. Gives its first event, or why it does not begin.
 */
export function startSession(
  room: RoomSettings,
  last: Session | null,
  actor: Actor,
  session: SessionId,
  at: Millis,
): Event[] | { refusal: 'session-ended' } {
  if (last && !can(actor.role, 'startSession')) return { refusal: 'session-ended' }
  const { access, stageSize } = MODES[room.mode]
  return [{ type: 'sessionStarted', at, session, room: room.id, name: room.name, mode: room.mode, access, stageSize }]
}

/** [SESSION-3] A host or moderator ends the session for everyone. */
export function endSession(me: Pick<Person, 'id' | 'role'>, at: Millis): Outcome {
  return can(me.role, 'endSession') ? [{ type: 'sessionEnded', at, by: me.id }] : refuse('not-allowed')
}

/** [ACCESS-6] A change of access takes nobody off the stage and nobody out of the queue. */
export function setAccess(session: Session, me: Pick<Person, 'id' | 'role'>, access: StageAccess, at: Millis): Outcome {
  if (!can(me.role, 'setAccess')) return refuse('not-allowed')
  return session.access === access ? [] : [{ type: 'accessSet', at, access, by: me.id }]
}
