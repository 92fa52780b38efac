import type { Event } from '../../protocol/events.ts'
import { readReason } from '../../protocol/names.ts'
import type { HandPurpose, Millis, PersonId } from '../../protocol/types.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import { can, wayToStage } from '../permissions/policy.ts'
import { placeIn } from './queue.ts'
import type { Person, Session } from '../session/session.ts'

// [ACCESS-7]
const ASK_AGAIN: Millis = 30_000

/** [HAND-3] [HAND-9] A hand keeps its place until its owner comes on stage, lowers it or leaves. Raising it again changes nothing. */
export function raiseHand(session: Session, me: Person, at: Millis): Outcome {
  if (session.hands.has(me.id)) return []
  return session.handsOn ? [raised(session, me, 'speak', at)] : reject('hands-off')
}

/** [ACCESS-3] [ACCESS-7] [INVITE-5] Asking to join is a hand with a purpose. A hand that was raised before keeps its place. */
export function askToJoin(session: Session, me: Person, at: Millis): Outcome {
  if (me.place !== 'viewer') return reject('not-a-viewer')
  if (!can(me, 'joinStage') || !can(me, 'raiseHand')) return reject('not-permitted')
  const way = wayToStage(me, session.access)
  if (me.invitation) return reject('no-need-to-ask')
  if (way !== 'ask') return reject(way === 'join' ? 'no-need-to-ask' : 'invite-only')
  if (at < (session.declinedRequests.get(me.id) ?? -ASK_AGAIN) + ASK_AGAIN) return reject('ask-later')
  return session.hands.get(me.id)?.purpose === 'stage' ? [] : [raised(session, me, 'stage', at)]
}

/** [HAND-4] Everybody can lower their own hand; moderators can lower others'. */
export function lowerHand(session: Session, me: ActingPerson, target: Person, at: Millis): Outcome {
  const own = me.id === target.id
  if (!own && !can(me, 'lowerHand', target)) return reject('not-allowed')
  if (!session.hands.has(target.id)) return []
  return [{ type: 'handLowered', at, person: target.id, why: own ? 'self' : 'lowered', by: me.id }]
}

/** [ACCESS-5] Declines a request to join; its person is told. A second answer to the same request changes nothing. */
export function declineRequest(session: Session, me: ActingPerson, target: Person, at: Millis): Outcome {
  if (session.hands.get(target.id)?.purpose !== 'stage') return []
  return [{ type: 'handLowered', at, person: target.id, why: 'declined', by: me.id }]
}

/** [HAND-5] Sets the reason of one's raised hand; an empty one removes it. */
export function giveReason(session: Session, me: Person, typed: string, at: Millis): Outcome {
  const reason = readReason(typed)
  if (reason === null) return reject('reason-long')
  const hand = session.hands.get(me.id)
  return hand && hand.reason !== reason ? [{ type: 'reasonGiven', at, person: me.id, reason }] : []
}

/** [HAND-6] Moves a hand before another's, or to the end of the queue. */
export function moveHand(
  session: Session,
  me: ActingPerson,
  target: Person,
  before: PersonId | null,
  at: Millis,
): Outcome {
  const { hands, queue } = session
  const [hand, next] = [hands.get(target.id), before === null ? undefined : hands.get(before)]
  if (!hand || (before !== null && !next)) return []
  const [from, to] = [placeIn(queue, hand), next ? placeIn(queue, next) : queue.length]
  if (to === from || to === from + 1) return []
  // The hand joins the class (`first` or not) of the hand whose place it takes: no order alone could put it there.
  const first = next?.first ?? queue.at(-1)?.first ?? false
  const moved = (person: PersonId, order: number, isFirst: boolean): Event => ({
    type: 'handMoved',
    at,
    person,
    order,
    first: isFirst,
    by: me.id,
  })
  const last = queue[to - 1]
  const order = between(last?.first === first ? last.order : undefined, next?.order)
  if (order !== null) return [moved(target.id, order, first)]
  // There is no number left between the two: the whole queue is numbered again.
  const anew = queue
    .map((each) => ({ person: each.person, first: each.person === target.id ? first : each.first }))
    .toSpliced(to, 0, { person: target.id, first })
    .toSpliced(from < to ? from : from + 1, 1)
  const events = anew.map((each, n) => moved(each.person, session.nextHand + n, each.first))
  const index = anew.findIndex(({ person }) => person === target.id)
  return [...events.toSpliced(index, 1), moved(target.id, session.nextHand + index, first)]
}

/** [HAND-7] Lowers every hand. */
export function clearHands(session: Session, me: ActingPerson, at: Millis): Outcome {
  return session.hands.size === 0 ? [] : [{ type: 'handsCleared', at, by: me.id }]
}

/** [HAND-9] Turns raising a hand to speak off or on. */
export function setHands(session: Session, me: ActingPerson, on: boolean, at: Millis): Outcome {
  return session.handsOn === on ? [] : [{ type: 'handsSet', at, on, by: me.id }]
}

/** [STAGE-6] Puts the hand of a person who found the stage full before all hands that did not, and after those that did before. */
export function raisedFirst(session: Session, me: Person, at: Millis): Event[] {
  if (session.hands.get(me.id)?.first) return []
  return [{ type: 'handRaised', at, person: me.id, purpose: 'stage', order: session.nextHand, first: true }]
}

/** A number between two orders; null if there is none left. */
function between(after: number | undefined, before: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : Math.floor(after) + 1
  if (after === undefined) return Math.ceil(before) - 1
  const order = (after + before) / 2
  return after < order && order < before ? order : null
}

function raised(session: Session, me: Person, purpose: HandPurpose, at: Millis): Event {
  const hand = session.hands.get(me.id)
  return {
    type: 'handRaised',
    at,
    person: me.id,
    purpose,
    order: hand?.order ?? session.nextHand,
    first: hand?.first ?? false,
  }
}
