import type { PersonId, Role } from '../../protocol/types.ts'
import type { Session } from '../session/session.ts'
import type { Grant } from '../stage/grants.ts'

/** Who runs the room, and speakers: an event cannot do without them. */
function isNeeded(role: Role | null): boolean {
  return role !== null && role !== 'participant'
}

/** [FULL-3] Whether somebody is let in however many there are. `role`: null for a stranger. */
export function isLetInWhenFull(session: Session, person: PersonId, role: Role | null): boolean {
  const { people, waiting, endedAt } = session
  return isNeeded(role) || (endedAt === null && (people.has(person) || waiting.has(person)))
}

/** [LOAD-4] Whether somebody receives pictures however many watch: who is needed, and whoever may publish something now. */
export function seesWhenFull(role: Role | null, { publish }: Pick<Grant, 'publish'>): boolean {
  return isNeeded(role) || publish.length > 0
}
