import type { Door } from '../protocol/frames.ts'
import type { PersonId } from '../protocol/words.ts'
import type { Session } from './session.ts'

/** What stands between a person and the inside. [REMOVE-1] */
export function doorFor(session: Session, person: PersonId): Door {
  return session.endedAt === null && session.removed.has(person) ? 'removed' : 'open'
}
