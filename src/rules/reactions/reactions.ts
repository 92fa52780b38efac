import type { Millis } from '../../protocol/words.ts'
import { refuse, type Doer, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import type { Session } from '../session/session.ts'

/** [REACT-1] Whether somebody may react now; [REACT-5] nothing follows of it that would have to be remembered. */
export function react(session: Session, me: Doer): Outcome {
  if (!can(me, 'react')) return refuse('not-permitted')
  return session.reactions ? [] : refuse('reactions-off')
}

/** [REACT-4] Turns reactions off or on for everybody. */
export function setReactions(session: Session, me: Doer, on: boolean, at: Millis): Outcome {
  if (!can(me, 'setReactions')) return refuse('not-allowed')
  return session.reactions === on ? [] : [{ type: 'reactionsSet', at, on, by: me.id }]
}
