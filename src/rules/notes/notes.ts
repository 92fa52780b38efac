import type { Refusal } from '../../protocol/refusals.ts'
import type { PersonId } from '../../protocol/types.ts'
import { can } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/** Who reads the notes: whoever is inside a session that runs; else why not. [NOTES-1] */
export function notesReader(session: Session, person: PersonId): Person | Refusal {
  if (session.endedAt !== null) return 'session-ended'
  return session.people.get(person) ?? 'not-in-room'
}

/** Who writes them: of those the ones with the permission *Write notes*. [NOTES-2] */
export function notesWriter(session: Session, person: PersonId): Person | Refusal {
  const reader = notesReader(session, person)
  if (typeof reader === 'string') return reader
  return can(reader, 'writeNotes') ? reader : 'not-permitted'
}
