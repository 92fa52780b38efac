import type { Event, Told } from '../../../protocol/events.ts'
import type { PersonId, Role } from '../../../protocol/types.ts'
import { couldBeTakenForModerator } from '../../../rules/entry/namesakes.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import type { Session } from '../../../rules/session/session.ts'
import type { NoticeBody } from '../call-state.ts'

/** The notice that an event makes for this person, or null. `session` is after the event; `hadHand`: one's own hand was raised before. */
export function noticeOf(session: Session, event: Event, me: PersonId, hadHand: boolean): NoticeBody | null {
  if (event.type === 'timeOver')
    return isModerator(session.people.get(me)?.role ?? 'participant') ? { kind: 'time-over' } : null
  if (event.type === 'allLockSet') return newsOfAll(session, event, me)
  if (event.type === 'handsCleared')
    return hadHand && event.by !== me ? { kind: 'hands-cleared', by: nameIn(session, event.by) } : null
  if (!('person' in event) || event.type === 'met') return null
  return event.person === me ? newsOfOwn(session, event) : newsOfOther(session, event, me)
}

/** The questions that are open for moderators, oldest first, with the time of each. */
export function questionsIn(session: Session, me: PersonId): { body: NoticeBody; at: number }[] {
  const mine = session.people.get(me)
  if (!mine || !isModerator(mine.role)) return []
  const asking = session.queue.flatMap(({ person, purpose, at }) => {
    const asker = session.people.get(person)
    if (!asker || purpose !== 'stage' || person === me) return []
    return [{ body: { kind: 'asks-to-join' as const, ...named(session, asker) }, at }]
  })
  const waiting = [...session.waiting.values()].map((waiter) => ({
    body: { kind: 'waits' as const, ...named(session, { ...waiter, id: waiter.person }) },
    at: waiter.at,
  }))
  return [...asking, ...waiting].toSorted((one, other) => one.at - other.at)
}

function newsOfOwn(session: Session, event: Event): NoticeBody | null {
  const byOther = 'by' in event && event.by !== null && 'person' in event && event.by !== event.person
  const by = 'by' in event && event.by ? nameIn(session, event.by) : ''
  switch (event.type) {
    case 'microphoneTurned':
      return byOther ? { kind: 'muted', by } : null
    case 'cameraTurned':
      return byOther ? { kind: 'camera-off', by } : null
    case 'leftStage':
      if (event.why === 'foul') return { kind: 'off-stage-foul' }
      if (event.why === 'made-room') return { kind: 'made-room' }
      return event.why === 'removed' ? { kind: 'removed-from-stage', by } : null
    case 'shareEnded':
      if (event.why === 'taken') return { kind: 'share-taken', by }
      return event.why === 'stopped' ? { kind: 'share-stopped', by } : null
    case 'contentEnded':
      if (event.why === 'gone') return { kind: 'content-gone' }
      if (event.why === 'taken') return { kind: 'content-taken', by }
      return event.why === 'stopped' ? { kind: 'content-stopped', by } : null
    case 'handLowered':
      if (event.why === 'declined') return { kind: 'request-declined', by }
      return event.why === 'lowered' ? { kind: 'hand-lowered', by } : null
    case 'cameOnStage':
      return byOther ? { kind: 'brought-on', by } : null
    case 'handMoved':
      return { kind: 'hand-moved', by }
    case 'invited':
      return { kind: 'invited', by }
    case 'invitationClosed':
      return event.why === 'revoked' ? { kind: 'invitation-revoked', by } : null
    case 'roleSet':
      // A person who has opened an invite link knows the role that it gives.
      return event.by === null && !event.named ? null : { kind: 'role-set', by, role: event.role }
    case 'chatModeratorSet':
      return { kind: 'chat-moderator', by, on: event.on }
    case 'permissionsSet':
      return { kind: 'permissions-set', by }
    case 'askedToUnmute':
      return { kind: 'asked-to-unmute', by }
    case 'lockSet':
      return { kind: event.lock === 'locked' ? 'locked' : 'unlocked', by, source: event.source }
    default:
      return null
  }
}

const nameIn = (session: Session, person: PersonId) => session.people.get(person)?.name ?? ''

/** A lock of all is news to the people whom it locks. [LOCK-3] */
function newsOfAll(session: Session, event: Told<'allLockSet'>, me: PersonId): NoticeBody | null {
  const mine = session.people.get(me)
  if (!mine || mine.place === 'viewer' || isModerator(mine.role)) return null
  const by = nameIn(session, event.by)
  return { kind: event.on ? 'locked' : 'unlocked', by, source: event.source }
}

/** Moderators are told who waits in the lobby, who asks to join, and who declines. */
function newsOfOther(session: Session, event: Event, me: PersonId): NoticeBody | null {
  const mine = session.people.get(me)
  if (!mine || !isModerator(mine.role)) return null
  if (event.type === 'waiting') return { kind: 'waits', ...named(session, { ...event, id: event.person }) }
  const other = 'person' in event && event.type !== 'met' ? session.people.get(event.person) : undefined
  if (!other) return null
  if (event.type === 'handRaised')
    return { kind: event.purpose === 'stage' ? 'asks-to-join' : 'raised-hand', ...named(session, other) }
  if (event.type === 'invitationClosed' && event.why === 'declined')
    return { kind: 'invitation-declined', ...named(session, other) }
  return null
}

function named(session: Session, who: { id: PersonId; name: string; role: Role }) {
  const isAlike = couldBeTakenForModerator(session, who)
  return { person: who.id, name: who.name, ...(isAlike && { isAlike }) }
}
