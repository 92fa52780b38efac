import type { Source } from '../../protocol/types.ts'
import { isModerator } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/** The fields of a person that hold the locks. */
export const LOCKS = { microphone: 'microphoneLock', camera: 'cameraLock' } as const

/** [LOCK-1] [LOCK-3] Whether a person is locked from turning a source on. */
export function isLocked(session: Pick<Session, 'allLocked'>, person: Person, source: Source): boolean {
  const own = person[LOCKS[source]]
  return own === 'locked' || (session.allLocked[source] && own !== 'free' && !isModerator(person.role))
}
