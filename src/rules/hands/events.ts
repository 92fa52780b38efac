import { PLAIN, type EventRows } from '../event-row.ts'
import { nameOf } from '../moderation/names.ts'
import type { Session } from '../session/session.ts'
import { dropHand, putHand } from './queue.ts'

const QUEUES = { ...PLAIN, deliver: 'moderators', counts: true, grants: 'nobody', timers: 'none', audit: true } as const
// Six times give five intervals.
const SERVED_MAX = 6

/** Hands are raised, moved and lowered. */
export const handEvents: EventRows<
  'handRaised' | 'reasonGiven' | 'handMoved' | 'handLowered' | 'handsCleared' | 'handsSet'
> = {
  handRaised: {
    ...QUEUES,
    audit: false,
    introduces: true,
    evolve(session, { person, purpose, at, order, first }) {
      if (!session.people.has(person)) return
      const before = session.hands.get(person)
      putHand(session, { person, purpose, at: before?.at ?? at, order, first, reason: before?.reason ?? '' })
      raiseNextOrder(session, order)
    },
  },
  reasonGiven: {
    ...QUEUES,
    counts: false,
    audit: false,
    evolve(session, { person, reason }) {
      const hand = session.hands.get(person)
      if (hand) putHand(session, { ...hand, reason })
    },
  },
  handMoved: {
    ...QUEUES,
    evolve(session, { person, order, first, by }) {
      const hand = session.hands.get(person)
      if (!hand) return
      putHand(session, { ...hand, order, first: first ?? hand.first })
      session.moved = { by: nameOf(session, by), name: nameOf(session, person) }
      raiseNextOrder(session, order)
    },
  },
  handLowered: {
    ...QUEUES,
    evolve(session, { person, why, at }) {
      dropHand(session, person)
      if (why === 'declined') session.declinedRequests.set(person, at)
      if (why === 'on-stage') session.served = [...session.served, at].slice(-SERVED_MAX)
    },
  },
  handsCleared: {
    ...QUEUES,
    deliver: 'everyone',
    evolve(session) {
      session.hands.clear()
      session.queue = []
    },
  },
  handsSet: {
    ...QUEUES,
    deliver: 'everyone',
    evolve(session, { on }) {
      session.handsOn = on
      if (on) return
      for (const { person, purpose } of session.hands.values()) if (purpose === 'speak') dropHand(session, person)
    },
  },
}

/** The order of the next new hand is larger than every order so far. */
function raiseNextOrder(session: Session, order: number): void {
  session.nextHand = Math.max(session.nextHand, Math.floor(order) + 1)
}
