import type { Event } from '../../protocol/events.ts'
import type { PersonId } from '../../protocol/types.ts'

/** Who hears of an event: everybody inside, those who run the room, or the person it is about. Each list is for one of them. */
export type Delivery = {
  everyone: Event[]
  moderators: Event[]
  own: { person: PersonId; events: Event[] } | null
  /** Who is not inside, and never was in this session. */
  strangers?: Event[]
  /** Besides, whatever they are. */
  others?: { people: ReadonlySet<PersonId>; events: Event[] }
}

export const NOBODY: Delivery = { everyone: [], moderators: [], own: null }
