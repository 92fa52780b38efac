import type { Event } from '../protocol/events.ts'
import type { Measured } from '../protocol/rehearsal.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { Custom } from '../protocol/views.ts'
import type { DocumentId, GivenRole, Millis, PersonId, PictureId, Role, TrackKind } from '../protocol/types.ts'

/** Who asks: a person, a bot of a rehearsal, or somebody without an invitation [ASK-1], with the name and role that the server knows. */
export type Actor = {
  id: PersonId
  name: string
  role: Role
  bot?: true | undefined
  uninvited?: true | undefined
  chatModeratorByName?: true | undefined
  picture?: PictureId | undefined
}

/** The person who acts, as far as the rules need to know. */
export type ActingPerson = { id: PersonId; role: Role; custom?: Custom }

/** What the server itself puts into the mailbox: timers, connections, and reports of LiveKit. */
export type SystemEvent =
  | { type: 'arrive'; person: PersonId; page: string }
  | { type: 'connectionLost'; person: PersonId; clean: boolean }
  | { type: 'serverAway'; since: Millis }
  | { type: 'roleByLink'; person: PersonId; role: GivenRole }
  | { type: 'roleByName'; person: PersonId; role: GivenRole }
  | { type: 'chatModeratorByName'; person: PersonId; named: boolean }
  | { type: 'pictureSet'; person: PersonId; picture: PictureId | null }
  | { type: 'spoke'; person: PersonId }
  | { type: 'personGone'; person: PersonId }
  | { type: 'deleteData'; person: PersonId }
  | { type: 'admitMore' }
  | { type: 'unattended' }
  | { type: 'timeOver'; end: Millis }
  | { type: 'roomDeleted' }
  | { type: 'rehearsalMeasured'; measured: Measured }
  | { type: 'contentGone'; document: DocumentId }
  | { type: 'trackPublished'; person: PersonId; source: string; kind: TrackKind }

/**
 * The outcome of a decision: events to store and send (none if nothing changes), or a rejection. A rejection may come with events, such as
 * a place in the queue, and with the time in ms after which the same would be done.
 */
export type Outcome = Event[] | Rejection
export type Rejection = { refusal: Refusal; events?: Event[]; wait?: Millis }

/** Rejects, with a reason from the closed list. */
export function reject(refusal: Refusal): Rejection {
  return { refusal }
}

/** Whether an outcome is a rejection. */
export function isRejection(outcome: Outcome): outcome is Rejection {
  return !Array.isArray(outcome)
}
