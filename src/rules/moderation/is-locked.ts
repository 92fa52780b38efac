import type { Source } from '../../protocol/types.ts'
import { isModerator } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/** The names under which a person's locks are kept. */
export const LOCKS = { microphone: 'microphoneLock', camera: 'cameraLock' } as const

/** [LOCK-1] [LOCK-3] Whether a person cannot turn a source on now. */
export function isLocked(session: Pick<Session, 'allLocked'>, person: Person, source: Source): boolean {
  const own = person[LOCKS[source]]
  return own === 'locked' || (session.allLocked[source] && own !== 'free' && !isModerator(person.role))
}
