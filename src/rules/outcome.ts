import type { Event } from '../protocol/events.ts'
import type { Measured } from '../protocol/rehearsal.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { Custom } from '../protocol/views.ts'
import type { GivenRole, Millis, PersonId, Role, TrackKind } from '../protocol/types.ts'

/** Who asks: a person by the name and role that the server knows, or a part of the server itself. */
export type Actor = { id: PersonId; name: string; role: Role; bot?: true | undefined }

/** Who does something, as far as the rules look at it. */
export type Doer = { id: PersonId; role: Role; custom?: Custom }

/** What the server itself puts into the queue: timers, connections, and what the media engine reports. */
export type SystemEvent =
  | { type: 'arrive'; person: PersonId; page: string }
  | { type: 'connectionLost'; person: PersonId; clean: boolean }
  | { type: 'serverAway'; since: Millis }
  | { type: 'roleByLink'; person: PersonId; role: GivenRole }
  | { type: 'spoke'; person: PersonId }
  | { type: 'personGone'; person: PersonId }
  | { type: 'unattended' }
  | { type: 'rehearsalMeasured'; measured: Measured }
  | { type: 'trackPublished'; person: PersonId; source: string; kind: TrackKind }

/**
 * What follows: events to store and tell (none, where nothing changes), or a reason why not. A refusal may leave something
 * behind, such as a place in the queue, and say in how many ms the same would be done.
 */
export type Outcome = Event[] | Rejection
export type Rejection = { refusal: Refusal; events?: Event[]; wait?: Millis }

/** Says no, with a reason from the closed list. */
export function reject(refusal: Refusal): Rejection {
  return { refusal }
}

/** Whether an outcome is a no. */
export function isRejection(outcome: Outcome): outcome is Rejection {
  return !Array.isArray(outcome)
}
