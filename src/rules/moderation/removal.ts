import type { Millis, PersonId } from '../../protocol/types.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import { metIn, type Session } from '../session/session.ts'

/** [REMOVE-1] [REMOVE-7] Removes a person from the room: for this session, or until somebody lifts it. [REMOVE-2] */
export function removeFromRoom(
  session: Session,
  me: ActingPerson,
  person: PersonId,
  lasting: boolean,
  at: Millis,
): Outcome {
  const target = metIn(session, person)
  if (!target) return reject('no-such-person')
  // A removal for this session can become a lasting one, and nothing else changes an existing one.
  const before = session.removed.get(person)
  if (before && (before.lasting || !lasting)) return []
  if (!can(me, 'removeFromRoom', target)) return reject('not-allowed')
  return [{ type: 'removed', at, person: target.id, name: target.name, lasting, by: me.id }]
}

/** [REMOVE-3] Lets a removed person come back. */
export function liftRemoval(session: Session, me: ActingPerson, person: PersonId, at: Millis): Outcome {
  return session.removed.has(person) ? [{ type: 'removalLifted', at, person, by: me.id }] : []
}
