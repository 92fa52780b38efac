import type { Event } from '../../protocol/events.ts'
import type { Millis } from '../../protocol/types.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import type { Person, Session } from '../session/session.ts'

/** [INVITE-1] An invitation stays open until its person joins, declines or leaves, or it is revoked. A second one changes nothing. */
export function invite(me: ActingPerson, target: Person, at: Millis): Outcome {
  if (target.place !== 'viewer') return reject('not-a-viewer')
  return target.invitation ? [] : [{ type: 'invited', at, person: target.id, by: me.id, hold: false }]
}

/** [BACKSTAGE-1] Invites a person backstage, or lets an open invitation lead there. */
export function holdBackstage(me: ActingPerson, target: Person, at: Millis): Outcome {
  if (target.place !== 'viewer') return reject('not-a-viewer')
  return target.invitation?.hold ? [] : [{ type: 'invited', at, person: target.id, by: me.id, hold: true }]
}

/** [INVITE-3] Any moderator can revoke an open invitation, whoever gave it. */
export function revokeInvitation(me: ActingPerson, target: Person, at: Millis): Outcome {
  if (!target.invitation) return []
  return [{ type: 'invitationClosed', at, person: target.id, why: 'revoked', by: me.id }]
}

/** [INVITE-4] A person who declines stays a viewer. If they had asked to join, that request is over too. */
export function declineInvitation(session: Session, me: Person, at: Millis): Outcome {
  if (!me.invitation) return []
  const events: Event[] = [{ type: 'invitationClosed', at, person: me.id, why: 'declined', by: me.id }]
  if (session.hands.get(me.id)?.purpose === 'stage')
    events.push({ type: 'handLowered', at, person: me.id, why: 'self', by: me.id })
  return events
}
