import type { Event } from '../../protocol/events.ts'
import type { PersonId } from '../../protocol/types.ts'
import type { Session } from '../session/session.ts'
import { nameOf } from './names.ts'

const ACTS_MAX = 500

/** [REMOVE-4] Records who did what to whom, under the names of that moment. Called before the event is applied. */
export function recordAct(session: Session, event: Event): void {
  if (!('by' in event) || event.by === null) return
  const about = 'person' in event ? event.person : null
  if (about === event.by) return
  session.acts.push({ by: nameOf(session, event.by), about: about === null ? '' : nameOf(session, about), event })
  // Cut in large pieces, so that adding a line costs the same however many there are.
  if (session.acts.length > 2 * ACTS_MAX) session.acts.splice(0, ACTS_MAX)
}

/** Forgets what was done to people who leave no trace. */
export function forgetActs(session: Session, people: ReadonlySet<PersonId>): void {
  const isAbout = (event: Event) => 'person' in event && typeof event.person === 'string' && people.has(event.person)
  session.acts = session.acts.filter(({ event }) => !isAbout(event))
}

/** The lines, newest first. */
export function actsOf(session: Session): Session['acts'] {
  return session.acts.slice(-ACTS_MAX).toReversed()
}
