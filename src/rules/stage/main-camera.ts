import type { Millis } from '../../protocol/words.ts'
import { refuse, type Doer, type Outcome } from '../outcome.ts'
import { can } from '../permissions/policy.ts'
import type { Person, Session } from '../session/session.ts'

/** [MAIN-1] Shows somebody on stage large to everybody, or does not any more. */
export function setMainCamera(session: Session, me: Doer, target: Person, on: boolean, at: Millis): Outcome {
  if (!can(me, 'setMainCamera', target)) return refuse('not-allowed')
  if (on && target.place !== 'stage') return refuse('not-on-stage')
  const isMain = session.mainCamera === target.id
  return isMain === on ? [] : [{ type: 'mainCameraSet', at, person: target.id, on, by: me.id }]
}
