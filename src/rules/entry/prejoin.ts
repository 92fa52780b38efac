import type { Door } from '../../protocol/frames.ts'
import type { Actor, ActingPerson } from '../outcome.ts'
import type { Session } from '../session/session.ts'
import { hasToWait } from './lobby.ts'

/** What keeps a person from joining. [REMOVE-1] [WAIT-1] */
export function doorFor(session: Session, who: ActingPerson & Pick<Actor, 'uninvited'>): Door {
  if (session.endedAt !== null || session.people.has(who.id)) return 'open'
  if (session.removed.has(who.id)) return 'removed'
  if (session.waiting.has(who.id)) return 'waiting'
  return hasToWait(session, who) ? 'locked' : 'open'
}
