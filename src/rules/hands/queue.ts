import type { Hand } from '../../protocol/views.ts'
import type { PersonId } from '../../protocol/types.ts'
import type { Session } from '../session/session.ts'

/**
 * [HAND-2] The index of a hand in the queue, or the index at which it belongs, from 0: first the people who found the stage full [STAGE-6],
 * then by order, and equal orders by person.
 */
export function placeIn(queue: readonly Hand[], hand: Hand): number {
  let [from, to] = [0, queue.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const other = queue[middle]
    if (other && isBefore(other, hand)) from = middle + 1
    else to = middle
  }
  return from
}

function isBefore(one: Hand, other: Hand): boolean {
  if (one.first !== other.first) return one.first
  return one.order < other.order || (one.order === other.order && one.person < other.person)
}

/** Puts a hand at its place, instead of the one that its person had. The queue is always kept sorted. */
export function putHand(session: Session, hand: Hand): void {
  dropHand(session, hand.person)
  session.hands.set(hand.person, hand)
  session.queue.splice(placeIn(session.queue, hand), 0, hand)
}

/** Removes a person's hand. */
export function dropHand(session: Session, person: PersonId): void {
  const hand = session.hands.get(person)
  if (!hand) return
  session.hands.delete(person)
  session.queue.splice(placeIn(session.queue, hand), 1)
}
