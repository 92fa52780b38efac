import type { Event } from '../../protocol/events.ts'
import type { RehearsalEnd } from '../../protocol/rehearsal.ts'
import type { Millis, PersonId, Role } from '../../protocol/types.ts'
import { reject, type Actor, type ActingPerson, type Outcome } from '../outcome.ts'
import { can, isModerator } from '../permissions/policy.ts'
import type { Session } from '../session/session.ts'
import { verdictOf } from './verdict.ts'

/** Whether a rehearsal runs. */
export function isRehearsing({ rehearsal }: Session): boolean {
  return rehearsal !== null && rehearsal.endedAt === null
}

/**
 * Whether a message of that time and role is a bot's. A page is not told of everybody who watches; but while a rehearsal runs, whoever is
 * no moderator is a bot.
 */
export function isOfBot(session: Session, { at, role }: { at: Millis; role: Role }): boolean {
  return isRehearsing(session) && at >= (session.rehearsal?.at ?? at) && !isModerator(role)
}

/** How many bots are inside. */
export function botsIn({ bots, people }: Session): number {
  return [...bots].filter((id) => people.has(id)).length
}

/** [REHEARSE-1] Begins one, with so many bots of the server's own. While one runs it changes nothing. */
export function startRehearsal(session: Session, me: ActingPerson, bots: number, at: Millis): Outcome {
  if (isRehearsing(session)) return []
  const guests = session.people.size - session.moderators.size + session.waiting.size
  return guests > 0 ? reject('guests-inside') : [{ type: 'rehearsalStarted', at, bots, by: me.id }]
}

/** [REHEARSE-4] All bots leave, and nothing stays of them. Where no rehearsal runs it is nothing. */
export function stopRehearsal(session: Session, why: RehearsalEnd, by: PersonId | null, at: Millis): Event[] {
  if (!isRehearsing(session)) return []
  const people = [...session.bots]
  const inside = people.filter((person) => session.people.has(person))
  return [
    ...inside.map((person): Event => ({ type: 'left', at, person, why: 'self' })),
    { type: 'rehearsalStopped', at, by, why, people, verdict: verdictOf(session.measured) },
  ]
}

/** [REHEARSE-5] A guest who comes, or waits, ends it; a moderator does not. */
export function endedByComing(session: Session, actor: Actor, at: Millis): Event[] {
  return actor.bot || isModerator(actor.role) ? [] : stopRehearsal(session, 'guest', null, at)
}

/** [REHEARSE-5] Without anybody who could end it, it is over. */
export function endedByLeaving(session: Session, person: PersonId, at: Millis): Event[] {
  const mayEnd = (id: PersonId) => can(session.people.get(id) ?? { role: 'participant' }, 'rehearse')
  const isLast = mayEnd(person) && ![...session.moderators].some((id) => id !== person && mayEnd(id))
  return isLast ? stopRehearsal(session, 'hostLeft', null, at) : []
}
