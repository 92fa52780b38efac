import type { Event } from '../../protocol/events.ts'
import type { Lock, Millis, Source } from '../../protocol/types.ts'
import { reject, type Doer, type Outcome } from '../outcome.ts'
import { isLocked, LOCKS } from './is-locked.ts'
import { can } from '../permissions/policy.ts'
import { upOf, type Person, type Session } from '../session/session.ts'
import { turned } from '../stage/stage.ts'

const SOURCES: readonly Source[] = ['microphone', 'camera']

/** [LOCK-1] Locks what a person has, on stage or not; or lets it be turned on again. */
export function setLock(session: Session, me: Doer, target: Person, source: Source, on: boolean, at: Millis): Outcome {
  if (isLocked(session, target, source) === on) return []
  const isFreed = !on && session.allLocked[source] && target.place !== 'viewer'
  return [
    ...offFirst(target, source, on, me, at),
    locked(target, source, on ? 'locked' : isFreed ? 'free' : 'none', me, at),
  ]
}

/** [LOCK-2] Turns off what everybody on stage has open, as far as one may; [LOCK-3] and locks it. */
export function turnOffAll(session: Session, me: Doer, source: Source, lock: boolean, at: Millis): Outcome {
  const others = upOf(session).filter((person) => person.id !== me.id && can(me, 'mute', person))
  const events = others.flatMap((person) => offFirst(person, source, true, me, at))
  if (!lock || session.allLocked[source]) return events
  return [...events, ...relock(session, source, me, at), { type: 'allLockSet', at, source, on: true, by: me.id }]
}

/** [LOCK-4] Lets everybody turn it on again, also those who were locked one by one. */
export function unlockAll(session: Session, me: Doer, source: Source, at: Millis): Outcome {
  const alone = upOf(session).filter((person) => person[LOCKS[source]] === 'locked' && can(me, 'lock', person))
  const events = alone.map((person) => locked(person, source, 'none', me, at))
  if (session.allLocked[source]) events.push({ type: 'allLockSet', at, source, on: false, by: me.id })
  return events
}

/** [MUTE-4] A question, and no act: the person's microphone stays as it is. */
export function askToUnmute(session: Session, me: Doer, target: Person, at: Millis): Outcome {
  if (target.place === 'viewer') return reject('not-on-stage')
  if (isLocked(session, target, 'microphone')) return reject('microphone-locked')
  return target.microphone ? [] : [{ type: 'askedToUnmute', at, person: target.id, by: me.id }]
}

/** [LOCK-5] The locks that end when a person comes to run the room. */
export function unlocked(target: Person, me: Doer, at: Millis): Event[] {
  const sources = SOURCES.filter((source) => target[LOCKS[source]] !== 'none')
  return sources.map((source) => locked(target, source, 'none', me, at))
}

/** [LOCK-6] What somebody has open who does not run the room any more, and all others have locked. */
export function offWhereLocked(session: Session, target: Person, me: Doer, at: Millis): Event[] {
  return SOURCES.flatMap((source) => offFirst(target, source, isLocked(session, target, source), me, at))
}

/** Who was let off an earlier lock of all is not let off the next. */
function relock(session: Session, source: Source, me: Doer, at: Millis): Event[] {
  const free = upOf(session).filter((person) => person[LOCKS[source]] === 'free')
  return free.map((person) => locked(person, source, 'none', me, at))
}

function offFirst(person: Person, source: Source, off: boolean, me: Doer, at: Millis): Event[] {
  return off && person[source] ? [turned(person, source, false, me.id, at)] : []
}

function locked(person: Person, source: Source, lock: Lock, me: Doer, at: Millis): Event {
  return { type: 'lockSet', at, person: person.id, source, lock, by: me.id }
}
