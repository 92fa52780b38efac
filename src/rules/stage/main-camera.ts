import type { Millis } from '../../protocol/types.ts'
import { reject, type Doer, type Outcome } from '../outcome.ts'
import type { Person, Session } from '../session/session.ts'

/** [MAIN-1] Shows somebody on stage large to everybody, or does not any more. */
export function setMainCamera(session: Session, me: Doer, target: Person, on: boolean, at: Millis): Outcome {
  if (on && target.place !== 'stage') return reject('not-on-stage')
  const isMain = session.mainCamera === target.id
  return isMain === on ? [] : [{ type: 'mainCameraSet', at, person: target.id, on, by: me.id }]
}
