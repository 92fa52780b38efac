import type { Refusal } from '../../protocol/refusals.ts'
import type { Source } from '../../protocol/types.ts'
import { isLocked } from '../moderation/is-locked.ts'
import type { Person, Session } from '../session/session.ts'

/** [MUTE-1] [LOCK-1] Why a person cannot turn their own microphone or camera on; null if they can. */
export function whyNotTurnOn(session: Pick<Session, 'allLocked'>, me: Person, source: Source): Refusal | null {
  if (me.place === 'viewer') return 'not-on-stage'
  return isLocked(session, me, source) ? `${source}-locked` : null
}
