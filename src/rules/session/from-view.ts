import type { SessionView } from '../../protocol/views.ts'
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
  for (const waiter of waiting) evolve(session, { type: 'waiting', page: '', ...waiter })
  for (const person of people) evolve(session, { type: 'met', at: view.startedAt, person })
  for (const { reason, ...hand } of hands) {
    evolve(session, { type: 'handRaised', ...hand })
    evolve(session, { type: 'reasonGiven', at: hand.at, person: hand.person, reason })
  }
  return session
}
