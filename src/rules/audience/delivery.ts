import type { Event } from '../../protocol/events.ts'
import type { PersonId } from '../../protocol/types.ts'

/** Who is sent an event: everybody inside, the moderators, or single people. Each list holds what that audience is sent. */
export type Delivery = {
  everyone: Event[]
  moderators: Event[]
  own: { person: PersonId; events: Event[] } | null
  /** For everybody who is not inside and was not in this session. */
  strangers?: Event[]
  /** For these people in addition, wherever else they are counted. */
  others?: { people: ReadonlySet<PersonId>; events: Event[] }
}

export const NOBODY: Delivery = { everyone: [], moderators: [], own: null }
