import type { Event, Told } from '../../protocol/events.ts'
import type { Millis, PersonId, Source, TrackKind } from '../../protocol/types.ts'
import { isHeardAgain, whoMakesRoom } from './full-stage.ts'
import { raisedFirst } from '../hands/hands.ts'
import { isLocked } from '../moderation/is-locked.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import { isHonest } from './grants.ts'
import { can, wayToStage } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'
import { shareEnds } from '../share/share.ts'
import { showEnds } from '../content/main-place.ts'
import { whyNotTurnOn } from './turn-on.ts'

/**
 * [STAGE-1] A person comes on stage if role or access allows it, or by an invitation, with microphone and camera as chosen. [BACKSTAGE-1]
 * If the invitation is to backstage, they come there.
 */
export function goOnStage(
  session: Session,
  me: Person,
  chosen: { microphone: boolean; camera: boolean },
  at: Millis,
): Outcome {
  if (me.place === 'stage') return []
  const way = wayToStage(me, session.access)
  if (!me.invitation && way !== 'join') return reject(notYet(me, way))
  const microphone = chosen.microphone && !isLocked(session, me, 'microphone')
  const camera = chosen.camera && !isLocked(session, me, 'camera')
  if (!me.invitation?.hold) return comeOn(session, me, { microphone, camera }, null, at)
  const show = showEnds(session, me.id, 'self', null, at)
  return [...show, ...joined(me, at), { type: 'cameBackstage', at, person: me.id, microphone, camera }]
}

/** Why a person cannot go on stage without an invitation. */
function notYet(me: Person, way: 'ask' | 'none'): Refusal {
  if (me.place === 'backstage') return 'held'
  if (!can(me, 'joinStage')) return 'not-permitted'
  return way === 'ask' ? 'ask-first' : 'invite-only'
}

/** [BACKSTAGE-2] Brings a person from backstage on stage, with microphone and camera as they are; [BACKSTAGE-4] if there is room. */
export function bringOn(session: Session, me: ActingPerson, target: Person, at: Millis): Outcome {
  if (target.place === 'stage') return []
  if (target.place === 'backstage') return comeOn(session, target, target, me.id, at)
  if (!target.invitation) return reject('not-backstage')
  return target.invitation.hold ? [{ type: 'invited', at, person: target.id, by: me.id, hold: false }] : []
}

/** [STAGE-2] On a full stage somebody makes room. [STAGE-6] If nobody can, the person comes first in the queue. */
function comeOn(
  session: Session,
  who: Person,
  { microphone, camera }: { microphone: boolean; camera: boolean },
  by: PersonId | null,
  at: Millis,
): Outcome {
  const isFull = session.stage.size >= session.stageSize
  const goes = isFull ? whoMakesRoom(session, at) : null
  if (isFull && !goes) return { refusal: 'stage-full', events: raisedFirst(session, who, at) }
  const person = who.id
  const events: Event[] = goes ? [offStage(goes, 'made-room', null, at)] : []
  events.push(...joined(who, at))
  if (session.hands.has(person)) events.push({ type: 'handLowered', at, person, why: 'on-stage', by: null })
  return [...events, { type: 'cameOnStage', at, person, microphone, camera, by }]
}

/** [STAGE-3] An invitation that was accepted is over. */
function joined({ id: person, invitation }: Person, at: Millis): Event[] {
  return invitation ? [{ type: 'invitationClosed', at, person, why: 'joined', by: person }] : []
}

/** [STAGE-4] A person who leaves the stage is a viewer at once, and stays in the room. */
export function leaveStage(me: Person, at: Millis): Outcome {
  return me.place === 'viewer' ? [] : [offStage(me, 'self', me.id, at)]
}

/** [STAGE-5] A moderator removes a person from the stage; they stay in the room. */
export function removeFromStage(me: ActingPerson, target: Person, at: Millis): Outcome {
  return target.place === 'viewer' ? [] : [offStage(target, 'removed', me.id, at)]
}

/** [MUTE-1] Only the person turns their own microphone or camera on, and only on stage; [LOCK-1] not if it is locked. */
export function turn(session: Session, me: Person, source: Source, on: boolean, at: Millis): Outcome {
  if (me.place === 'viewer') return reject('not-on-stage')
  const why = on ? whyNotTurnOn(session, me, source) : null
  if (why) return reject(why)
  return me[source] === on ? [] : [turned(me, source, on, me.id, at)]
}

/** [MUTE-3] A moderator can turn them off, never on. */
export function turnOff(me: ActingPerson, target: Person, source: Source, at: Millis): Outcome {
  if (target.place === 'viewer') return reject('not-on-stage')
  return target[source] ? [turned(target, source, false, me.id, at)] : []
}

/** [STAGE-7] LiveKit reports that a person is heard. */
export function spoke(session: Session, person: PersonId, at: Millis): Event[] {
  return isHeardAgain(session, person, at) ? [{ type: 'spoke', at, person }] : []
}

/**
 * [MEDIA-3] A published track whose kind does not fit its label, or whose label nobody is granted, takes its person off the stage and ends
 * their share.
 */
export function trackPublished(
  session: Session,
  person: PersonId,
  source: string,
  kind: TrackKind,
  at: Millis,
): Event[] {
  const me = session.people.get(person)
  if (!me || isHonest(source, kind)) return []
  const off = me.place === 'viewer' ? [] : [offStage(me, 'foul', null, at)]
  return [...shareEnds(session, person, 'foul', null, at), ...off]
}

function offStage(who: Person, why: Told<'leftStage'>['why'], by: PersonId | null, at: Millis): Event {
  return { type: 'leftStage', at, person: who.id, why, by }
}

/** The event of a microphone or camera being turned on or off. */
export function turned(who: Person, source: Source, on: boolean, by: PersonId, at: Millis): Event {
  return { type: source === 'microphone' ? 'microphoneTurned' : 'cameraTurned', at, person: who.id, on, by }
}
