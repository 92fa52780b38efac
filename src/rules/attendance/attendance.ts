import type { Event } from '../../protocol/events.ts'
import type { Stay } from '../../protocol/views.ts'
import type { Millis, PersonId } from '../../protocol/words.ts'
import type { Session } from '../session/session.ts'

/**
 * [END-2] How long each was inside and on stage, over all of their comings and goings; called before the event is folded, which
 * forgets who is gone. A page folds its own from what it was told on coming.
 */
export function foldStays(session: Session, event: Event): void {
  switch (event.type) {
    case 'joined':
      return keep(session, event.person, { since: event.at })
    case 'cameOnStage':
      return keep(session, event.person, { onStageSince: event.at })
    case 'leftStage':
      return stepDown(session, event.person, event.at)
    case 'left':
    case 'removed':
      return goOut(session, event.person, event.at)
    case 'sessionEnded':
      for (const person of session.people.keys()) goOut(session, person, event.at)
      return undefined
    default:
      return undefined
  }
}

const NONE: Stay = { inside: 0, onStage: 0, since: null, onStageSince: null }

function keep(session: Session, person: PersonId, what: Partial<Stay>): void {
  session.stays.set(person, { ...NONE, ...session.stays.get(person), ...what })
}

function stepDown(session: Session, person: PersonId, at: Millis): void {
  const stay = session.stays.get(person)
  if (!stay || stay.onStageSince === null) return
  keep(session, person, { onStage: stay.onStage + at - stay.onStageSince, onStageSince: null })
}

function goOut(session: Session, person: PersonId, at: Millis): void {
  stepDown(session, person, at)
  const stay = session.stays.get(person)
  if (!stay || stay.since === null) return
  keep(session, person, { inside: stay.inside + at - stay.since, since: null })
}
