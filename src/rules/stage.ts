import type { Event, Told } from '../protocol/events.ts'
import type { Millis, PersonId, Source, TrackKind } from '../protocol/words.ts'
import { isNews, makesRoom } from './full-stage.ts'
import { raisedFirst } from './hands.ts'
import { isLocked } from './is-locked.ts'
import { refuse, type Doer, type Outcome } from './outcome.ts'
import { isHonest } from './grants.ts'
import { can, wayUp } from './policy.ts'
import type { Person, Session } from './session.ts'

/**
 * [STAGE-1] A person comes on stage where role or access allows it, or by an invitation; microphone and camera as chosen.
 * [STAGE-2] On a full one somebody makes room; [STAGE-6] where nobody can, the person comes first in the queue.
 */
export function goOnStage(
  session: Session,
  me: Person,
  chosen: { microphone: boolean; camera: boolean },
  at: Millis,
): Outcome {
  if (me.place === 'stage') return []
  const way = wayUp(me, session.access)
  if (!me.invitation && !can(me, 'joinStage')) return refuse('not-permitted')
  if (!me.invitation && way !== 'join') return refuse(way === 'ask' ? 'ask-first' : 'invite-only')
  const isFull = session.stage.size >= session.stageSize
  const goes = isFull ? makesRoom(session, at) : null
  if (isFull && !goes) return { refusal: 'stage-full', events: raisedFirst(session, me, at) }
  const events: Event[] = goes ? [offStage(goes, 'made-room', null, at)] : []
  const person = me.id
  if (me.invitation) events.push({ type: 'invitationClosed', at, person, why: 'joined', by: person })
  if (session.hands.has(person)) events.push({ type: 'handLowered', at, person, why: 'on-stage', by: null })
  const microphone = chosen.microphone && !isLocked(session, me, 'microphone')
  const camera = chosen.camera && !isLocked(session, me, 'camera')
  return [...events, { type: 'cameOnStage', at, person, microphone, camera }]
}

/** [STAGE-4] Who leaves the stage is a viewer at once, and stays in the room. */
export function leaveStage(me: Person, at: Millis): Outcome {
  return me.place === 'stage' ? [offStage(me, 'self', me.id, at)] : []
}

/** [STAGE-5] A host or moderator takes somebody off the stage; the person stays in the room. */
export function removeFromStage(me: Doer, target: Person, at: Millis): Outcome {
  if (!can(me, 'removeFromStage', target)) return refuse('not-allowed')
  return target.place === 'stage' ? [offStage(target, 'removed', me.id, at)] : []
}

/** [MUTE-1] Only the person turns the own microphone or camera on, and only on stage; [LOCK-1] a locked one not even so. */
export function turn(session: Session, me: Person, source: Source, on: boolean, at: Millis): Outcome {
  if (me.place !== 'stage') return refuse('not-on-stage')
  if (on && isLocked(session, me, source)) return refuse(`${source}-locked`)
  return me[source] === on ? [] : [turned(me, source, on, me.id, at)]
}

/** [MUTE-3] A host or moderator can turn them off, never on. */
export function turnOff(me: Doer, target: Person, source: Source, at: Millis): Outcome {
  if (!can(me, source === 'microphone' ? 'mute' : 'turnOffCamera', target)) return refuse('not-allowed')
  if (target.place !== 'stage') return refuse('not-on-stage')
  return target[source] ? [turned(target, source, false, me.id, at)] : []
}

/** [STAGE-7] One's own voice is heard. */
export function spoke(session: Session, me: Person, at: Millis): Outcome {
  if (me.place !== 'stage' || !me.microphone) return refuse('not-on-stage')
  return isNews(session, me, at) ? [{ type: 'spoke', at, person: me.id }] : []
}

/** [MEDIA-3] Sound labelled as a picture, or anything else that nobody is granted, ends the stay on stage. */
export function trackPublished(
  session: Session,
  person: PersonId,
  source: string,
  kind: TrackKind,
  at: Millis,
): Event[] {
  const me = session.people.get(person)
  if (me?.place !== 'stage' || isHonest(source, kind)) return []
  return [offStage(me, 'foul', null, at)]
}

function offStage(who: Person, why: Told<'leftStage'>['why'], by: PersonId | null, at: Millis): Event {
  return { type: 'leftStage', at, person: who.id, why, by }
}

/** What happens when somebody's microphone or camera is turned on or off. */
export function turned(who: Person, source: Source, on: boolean, by: PersonId, at: Millis): Event {
  return { type: source === 'microphone' ? 'microphoneTurned' : 'cameraTurned', at, person: who.id, on, by }
}
