import type { Event } from '../protocol/events.ts'
import { chatEvents } from './chat/events.ts'
import { contentEvents } from './content/events.ts'
import { entryEvents } from './entry/events.ts'
import type { EventRow, EventRows } from './event-row.ts'
import { handEvents } from './hands/events.ts'
import { invitationEvents } from './invitations/events.ts'
import { moderationEvents } from './moderation/events.ts'
import { permissionEvents } from './permissions/events.ts'
import { isModerator } from './permissions/policy.ts'
import { reactionEvents } from './reactions/events.ts'
import { rehearsalEvents } from './rehearsal/events.ts'
import { sessionEvents } from './session/events.ts'
import type { Session } from './session/session.ts'
import { shareEvents } from './share/events.ts'
import { stageEvents } from './stage/events.ts'

/** One row for each kind of event. */
export const EVENTS: EventRows<Event['type']> = {
  ...sessionEvents,
  ...entryEvents,
  ...stageEvents,
  ...handEvents,
  ...invitationEvents,
  ...moderationEvents,
  ...permissionEvents,
  ...shareEvents,
  ...contentEvents,
  ...chatEvents,
  ...reactionEvents,
  ...rehearsalEvents,
}

/** The row of an event. */
export function rowOf(event: Event): EventRow<Event> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row of a type takes the events of that type
  return EVENTS[event.type] as EventRow<Event>
}

/** Whether the log keeps an event that has just happened in a session. */
export function isStored(session: Session, event: Event): boolean {
  const { stored } = EVENTS[event.type]
  if (stored !== 'ofThoseKnown' || !('person' in event) || event.type === 'met') return stored === 'always'
  const person = session.people.get(event.person)
  return person !== undefined && (person.place !== 'viewer' || isModerator(person.role))
}
