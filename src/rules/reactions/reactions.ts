import type { Millis } from '../../protocol/types.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import type { Session } from '../session/session.ts'

/** [REACT-1] Rejects a reaction while reactions are off. Nothing else has to be decided, and nothing is recorded. [REACT-5] */
export function react(session: Session): Outcome {
  return session.reactions ? [] : reject('reactions-off')
}

/** [REACT-4] Turns reactions off or on for everybody. */
export function setReactions(session: Session, me: ActingPerson, on: boolean, at: Millis): Outcome {
  return session.reactions === on ? [] : [{ type: 'reactionsSet', at, on, by: me.id }]
}
