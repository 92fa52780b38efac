import type { Event } from '../../protocol/events.ts'
import type { Lock, Millis, Source } from '../../protocol/types.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import { isLocked, LOCKS } from './is-locked.ts'
import { can } from '../permissions/policy.ts'
import { upOf, type Person, type Session } from '../session/session.ts'
import { turned } from '../stage/stage.ts'

const SOURCES: readonly Source[] = ['microphone', 'camera']

/** [LOCK-1] Locks a person's microphone or camera, on stage or not; or unlocks it. */
export function setLock(
  session: Session,
  me: ActingPerson,
  target: Person,
  source: Source,
  on: boolean,
  at: Millis,
): Outcome {
  if (isLocked(session, target, source) === on) return []
  const isFreed = !on && session.allLocked[source] && target.place !== 'viewer'
  return [
    ...offFirst(target, source, on, me, at),
    locked(target, source, on ? 'locked' : isFreed ? 'free' : 'none', me, at),
  ]
}

/** [LOCK-2] Turns the microphones or cameras of everybody on stage off, except of those whom one may not mute; [LOCK-3] and locks them. */
export function turnOffAll(session: Session, me: ActingPerson, source: Source, lock: boolean, at: Millis): Outcome {
  const others = upOf(session).filter((person) => person.id !== me.id && can(me, 'mute', person))
  const events = others.flatMap((person) => offFirst(person, source, true, me, at))
  if (!lock || session.allLocked[source]) return events
  return [...events, ...relock(session, source, me, at), { type: 'allLockSet', at, source, on: true, by: me.id }]
}

/** [LOCK-4] Unlocks it for everybody, including people who were locked one by one. */
export function unlockAll(session: Session, me: ActingPerson, source: Source, at: Millis): Outcome {
  const alone = upOf(session).filter((person) => person[LOCKS[source]] === 'locked' && can(me, 'lock', person))
  const events = alone.map((person) => locked(person, source, 'none', me, at))
  if (session.allLocked[source]) events.push({ type: 'allLockSet', at, source, on: false, by: me.id })
  return events
}

/** [MUTE-4] Only a question: the person's microphone stays as it is. */
export function askToUnmute(session: Session, me: ActingPerson, target: Person, at: Millis): Outcome {
  if (target.place === 'viewer') return reject('not-on-stage')
  if (isLocked(session, target, 'microphone')) return reject('microphone-locked')
  return target.microphone ? [] : [{ type: 'askedToUnmute', at, person: target.id, by: me.id }]
}

/** [LOCK-5] Ends the locks of a person who becomes a moderator. */
export function unlocked(target: Person, me: ActingPerson, at: Millis): Event[] {
  const sources = SOURCES.filter((source) => target[LOCKS[source]] !== 'none')
  return sources.map((source) => locked(target, source, 'none', me, at))
}

/** [LOCK-6] Turns off what a person has on who is no moderator any more, if it is locked for everybody. */
export function offWhereLocked(session: Session, target: Person, me: ActingPerson, at: Millis): Event[] {
  return SOURCES.flatMap((source) => offFirst(target, source, isLocked(session, target, source), me, at))
}

/** A person who was unlocked from an earlier lock of all is locked again by the next one. */
function relock(session: Session, source: Source, me: ActingPerson, at: Millis): Event[] {
  const free = upOf(session).filter((person) => person[LOCKS[source]] === 'free')
  return free.map((person) => locked(person, source, 'none', me, at))
}

function offFirst(person: Person, source: Source, off: boolean, me: ActingPerson, at: Millis): Event[] {
  return off && person[source] ? [turned(person, source, false, me.id, at)] : []
}

function locked(person: Person, source: Source, lock: Lock, me: ActingPerson, at: Millis): Event {
  return { type: 'lockSet', at, person: person.id, source, lock, by: me.id }
}
