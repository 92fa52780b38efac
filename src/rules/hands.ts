import type { Event } from '../protocol/events.ts'
import type { HandPurpose, Millis } from '../protocol/words.ts'
import { refuse, type Doer, type Outcome } from './outcome.ts'
import { can, wayUp } from './policy.ts'
import type { Person, Session } from './session.ts'

/** [HAND-3] A hand keeps its place until its owner comes on stage, lowers it or leaves; asking again changes nothing. */
export function raiseHand(session: Session, me: Person, at: Millis): Outcome {
  if (!can(me, 'raiseHand')) return refuse('not-permitted')
  return session.hands.has(me.id) ? [] : [raised(session, me, 'speak', at)]
}

/** [ACCESS-3] Asking to join is a hand with a purpose; a hand that was up before keeps its place. */
export function askToJoin(session: Session, me: Person, at: Millis): Outcome {
  if (me.place === 'stage') return refuse('not-a-viewer')
  if (!can(me, 'joinStage') || !can(me, 'raiseHand')) return refuse('not-permitted')
  const way = wayUp(me, session.access)
  if (way !== 'ask') return refuse(way === 'join' ? 'no-need-to-ask' : 'invite-only')
  return session.hands.get(me.id)?.purpose === 'stage' ? [] : [raised(session, me, 'stage', at)]
}

/** [HAND-4] One's own hand can always be lowered; another's by who runs the room. */
export function lowerHand(session: Session, me: Doer, target: Person, at: Millis): Outcome {
  const own = me.id === target.id
  if (!own && !can(me, 'lowerHand', target)) return refuse('not-allowed')
  if (!session.hands.has(target.id)) return []
  return [{ type: 'handLowered', at, person: target.id, why: own ? 'self' : 'lowered', by: me.id }]
}

/** [ACCESS-5] A declined request is told to who asked. A second answer to the same request changes nothing. */
export function declineRequest(session: Session, me: Doer, target: Person, at: Millis): Outcome {
  if (!can(me, 'declineRequest', target)) return refuse('not-allowed')
  if (session.hands.get(target.id)?.purpose !== 'stage') return []
  return [{ type: 'handLowered', at, person: target.id, why: 'declined', by: me.id }]
}

function raised(session: Session, me: Person, purpose: HandPurpose, at: Millis): Event {
  const order = session.hands.get(me.id)?.order ?? session.nextHand
  return { type: 'handRaised', at, person: me.id, purpose, order }
}
