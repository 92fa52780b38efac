import type { PersonId } from '../../protocol/types.ts'
import { metIn, type Session } from '../session/session.ts'

/** The name that a person has, or had before being removed. */
export function nameOf(session: Session, person: PersonId): string {
  return metIn(session, person)?.name ?? session.removed.get(person)?.name ?? session.waiting.get(person)?.name ?? ''
}
