import type { PersonView } from '../../protocol/views.ts'
import { can, type Verb } from '../../rules/policy.ts'

export type PersonAct = 'invite' | 'revokeInvitation' | 'mute' | 'turnOffCamera' | 'lowerHand' | 'removeFromStage'

/** What one person's menu offers to another: what the policy allows and the moment makes possible. */
export function actsOn(me: PersonView, other: PersonView, hasHand: boolean): PersonAct[] {
  if (me.id === other.id) return []
  const possible: Record<PersonAct, boolean> = {
    invite: other.place === 'viewer' && !other.invitation,
    revokeInvitation: other.invitation !== null,
    mute: other.microphone,
    turnOffCamera: other.camera,
    lowerHand: hasHand,
    removeFromStage: other.place === 'stage',
  }
  const order: (PersonAct & Verb)[] = [
    'invite',
    'revokeInvitation',
    'mute',
    'turnOffCamera',
    'lowerHand',
    'removeFromStage',
  ]
  return order.filter((act) => possible[act] && can(me.role, act, other.role))
}
