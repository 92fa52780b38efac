import type { SessionPart, SessionView } from '../../protocol/views.ts'
import type { PersonId } from '../../protocol/types.ts'
import { chatFromView } from '../chat/chat-state.ts'
import { evolve } from '../evolve.ts'
import { nothingYet, type Session } from './session.ts'

/** Makes a session from the view that a person was sent, so that later events can be applied to it. */
export function fromView(view: SessionView, me: PersonId): Session {
  const { people, hands, removed, waiting, chat, stay, ...rest } = view
  const session = Object.assign(nothingYet(), rest, { chat: chatFromView(chat) })
  if (stay) session.attendance.set(me, stay)
  for (const removal of removed) session.removed.set(removal.person, removal)
  return withPart(session, { people, hands, waiting })
}

/** The same with more people, hands and waiters, who may be known already; changes the session in place, and gives it back. */
export function withPart(session: Session, { people, hands, waiting }: SessionPart): Session {
  for (const waiter of waiting) evolve(session, { type: 'waiting', page: '', ...waiter })
  for (const person of people) evolve(session, { type: 'met', at: session.startedAt, person })
  for (const { reason, ...hand } of hands) {
    evolve(session, { type: 'handRaised', ...hand })
    evolve(session, { type: 'reasonGiven', at: hand.at, person: hand.person, reason })
  }
  // Who came since the welcome is known already.
  const inOrder = [...session.waiting].toSorted(([, one], [, other]) => one.at - other.at)
  session.waiting = new Map(inOrder)
  return session
}
