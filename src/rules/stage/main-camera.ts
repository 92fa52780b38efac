import type { Millis } from '../../protocol/types.ts'
import { reject, type ActingPerson, type Outcome } from '../outcome.ts'
import type { Person, Session } from '../session/session.ts'

/** [MAIN-1] Makes a person on stage everybody's main camera, or ends that. */
export function setMainCamera(session: Session, me: ActingPerson, target: Person, on: boolean, at: Millis): Outcome {
  if (on && target.place !== 'stage') return reject('not-on-stage')
  const isMain = session.mainCamera === target.id
  return isMain === on ? [] : [{ type: 'mainCameraSet', at, person: target.id, on, by: me.id }]
}
