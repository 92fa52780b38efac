import type { Event } from '../../protocol/events.ts'
import type { PersonId } from '../../protocol/words.ts'
import { runs } from '../../rules/policy.ts'
import type { Session } from '../../rules/session.ts'
import type { News, Notice } from './live.ts'

// More than this nobody reads; the oldest go.
const NOTICES_MAX = 20

/** What an event is to this person: something to be told, or nothing. `session` is already after the event. */
export function newsOf(session: Session, event: Event, me: PersonId): News | null {
  if (!('person' in event) || event.type === 'met') return null
  return event.person === me ? newsOfOwn(session, event) : newsOfOther(session, event, me)
}

/** The notices with one more; the same news again takes the place of the older one. */
export function withNews(notices: readonly Notice[], news: News, id: number): readonly Notice[] {
  const same = JSON.stringify(news)
  const others = notices.filter(({ id: _id, ...older }) => JSON.stringify(older) !== same)
  return [...others, { ...news, id }].slice(-NOTICES_MAX)
}

/** The notices without the questions that an event has answered, by whomever. */
export function withoutAnswered(notices: readonly Notice[], event: Event): readonly Notice[] {
  if (event.type === 'sessionEnded') return notices.filter((each) => !('person' in each))
  const isAnswer = event.type === 'handLowered' || event.type === 'left' || event.type === 'invited'
  return isAnswer ? notices.filter((each) => !('person' in each) || each.person !== event.person) : notices
}

function newsOfOwn(session: Session, event: Event): News | null {
  const byOther = 'by' in event && event.by !== null && 'person' in event && event.by !== event.person
  const by = 'by' in event && event.by ? (session.people.get(event.by)?.name ?? '') : ''
  switch (event.type) {
    case 'microphoneTurned':
      return byOther ? { kind: 'muted', by } : null
    case 'cameraTurned':
      return byOther ? { kind: 'camera-off', by } : null
    case 'leftStage':
      if (event.why === 'foul') return { kind: 'off-stage-foul' }
      return event.why === 'removed' ? { kind: 'removed-from-stage', by } : null
    case 'handLowered':
      if (event.why === 'declined') return { kind: 'request-declined', by }
      return event.why === 'lowered' ? { kind: 'hand-lowered', by } : null
    case 'invitationClosed':
      return event.why === 'revoked' ? { kind: 'invitation-revoked', by } : null
    default:
      return null
  }
}

/** Who runs the room is told who asks, and who declines. */
function newsOfOther(session: Session, event: Event, me: PersonId): News | null {
  const mine = session.people.get(me)
  const other = 'person' in event && event.type !== 'met' ? session.people.get(event.person) : undefined
  if (!mine || !runs(mine.role) || !other) return null
  const { id: person, name } = other
  if (event.type === 'handRaised')
    return { kind: event.purpose === 'stage' ? 'asks-to-join' : 'raised-hand', person, name }
  if (event.type === 'invitationClosed' && event.why === 'declined')
    return { kind: 'invitation-declined', person, name }
  return null
}
