import type { Event } from '../../protocol/events.ts'
import type { RoomStart } from '../../protocol/session.ts'
import type { Millis, RoomId, RoomMode, SessionId, StageAccess } from '../../protocol/types.ts'
import type { Actor, ActingPerson, Outcome } from '../outcome.ts'
import { settingsOf } from '../rooms/room-start.ts'
import { MODES } from './modes.ts'
import { can } from '../permissions/policy.ts'
import { stopRehearsal } from '../rehearsal/rehearsal.ts'
import { retainedOf, type Session } from './session.ts'

/** The settings of a room that outlast a session. `mode` is that of its first session; `start`: what was set outside of sessions since. */
export type RoomSettings = { id: RoomId; name: string; mode: RoomMode; start?: RoomStart | null }

/**
 * [SESSION-1] The first session of a room begins when its first person joins. [SESSION-2] After an end, the next one begins when a
 * moderator joins. It begins as the room is set [ROOM-3]. `patience`: how long a session lasts without a moderator, in ms [SESSION-5].
 * `isOpen`: whether its time has come; moderators begin it before [SCHEDULE-7]. Returns the session's first event, or the reason why it does not begin.
 */
export function startSession(
  room: RoomSettings,
  last: Session | null,
  actor: Actor,
  session: SessionId,
  at: Millis,
  patience: Millis,
  isOpen = true,
): Event[] | { refusal: 'session-ended' | 'not-started' } {
  // Who is not invited begins nothing. [ASK-1]
  if ((last || actor.uninvited) && !can(actor, 'startSession')) return { refusal: 'session-ended' }
  if (!isOpen && !can(actor, 'startSession')) return { refusal: 'not-started' }
  const { id, name } = room
  const { chat, waitingRoom, hands, ...settings } = settingsOf(room, last)
  const how = { ...settings, handsOn: hands, chatPaused: !chat, locked: waitingRoom, patience, ...lastingOf(last) }
  return [{ type: 'sessionStarted', at, session, room: id, name, ...how }]
}

/** [REMOVE-2] [PERMISSION-2] What a session hands on to the next one: no locks, and only the removals that last. */
function lastingOf(last: Session | null) {
  const removed = [...(last?.removed.values() ?? [])].filter(({ lasting }) => lasting)
  const kept = [...(last?.retained ?? [])].flatMap(([person, each]) => {
    const lasting = retainedOf({ ...each, microphoneLock: 'none', cameraLock: 'none' })
    return lasting ? [{ person, ...lasting }] : []
  })
  return { removed, kept }
}

/**
 * [KEEP-2] What stays of a session that has ended when what happened in it is not kept any longer: the log of one with its settings, its
 * lasting removals and permissions, from which the next one begins as it would have from this.
 */
export function emptied(last: Session, session: SessionId): Event[] {
  const { room, name, mode, sizes, startedAt, endedAt, patience, reactions, handsOn, chat } = last
  const how = {
    mode,
    access: MODES[mode].access,
    stageSize: sizes[mode],
    sizes: { ...sizes },
    patience,
    reactions,
    handsOn,
  }
  return [
    {
      type: 'sessionStarted',
      at: startedAt,
      session,
      room,
      name,
      ...how,
      privateChat: chat.private,
      chatPaused: false,
      locked: false,
      ...lastingOf(last),
    },
    { type: 'sessionEnded', at: endedAt ?? startedAt, by: null, peak: 0 },
  ]
}

/** [SESSION-3] A moderator ends the session for everyone. */
export function endSession(session: Session, me: ActingPerson, at: Millis): Outcome {
  const { peak } = session
  return [...stopRehearsal(session, 'sessionEnded', me.id, at), { type: 'sessionEnded', at, by: me.id, peak }]
}

// Two of fifteen minutes are left when the warning comes.
const WARNED_AFTER = 13 / 15

/** When a session without a moderator warns, and when it ends; null while there is one. [SESSION-5] */
export function endOf(session: Session): { warnsAt: Millis; endsAt: Millis } | null {
  const { unattendedSince: since, patience } = session
  return since === null || patience === 0
    ? null
    : { warnsAt: since + patience * WARNED_AFTER, endsAt: since + patience }
}

/** Ends the session, by no person: nobody runs it any more [SESSION-5], or its room is deleted [ROOM-8]. */
export function endedByNobody(session: Session, at: Millis): Event[] {
  return [
    ...stopRehearsal(session, 'sessionEnded', null, at),
    { type: 'sessionEnded', at, by: null, peak: session.peak },
  ]
}

/** [SESSION-5] No moderator is here: warns first, and ends the session later. */
export function unattended(session: Session, at: Millis): Event[] {
  const end = endOf(session)
  if (!end || at < end.warnsAt) return []
  if (at >= end.endsAt) return endedByNobody(session, at)
  return session.endsAt === null ? [{ type: 'endWarned', at, endsAt: end.endsAt }] : []
}

/** [SCHEDULE-10] The time for which the session was planned was over at `end`: those who run it are told, and nothing else happens. */
export function timeOver(session: Session, end: Millis, at: Millis): Event[] {
  return session.startedAt < end && session.moderators.size > 0 ? [{ type: 'timeOver', at, end }] : []
}

/** [MODE-3] Stage size and stage access follow the mode. Everybody on stage or in the queue stays there. */
export function setMode(session: Session, me: ActingPerson, mode: RoomMode, at: Millis): Outcome {
  if (session.mode === mode) return []
  return [{ type: 'modeSet', at, mode, access: MODES[mode].access, stageSize: session.sizes[mode], by: me.id }]
}

/** [MODE-4] A smaller stage takes nobody off it. */
export function setStageSize(session: Session, me: ActingPerson, size: number, at: Millis): Outcome {
  return session.stageSize === size ? [] : [{ type: 'stageSizeSet', at, size, by: me.id }]
}

/** [ACCESS-6] Changing the access takes nobody off the stage or out of the queue. */
export function setAccess(session: Session, me: ActingPerson, access: StageAccess, at: Millis): Outcome {
  return session.access === access ? [] : [{ type: 'accessSet', at, access, by: me.id }]
}
