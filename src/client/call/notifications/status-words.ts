import type { PersonView } from '../../../protocol/views.ts'
import type { Session } from '../../../rules/session/session.ts'

/** The text of the status line, as the name of its message. */
export type StatusWords =
  | 'backstage'
  | 'watching'
  | 'hand'
  | 'onStage'
  | 'onStageMuted'
  | 'onStageHeard'
  | 'onStageQuiet'
  | 'presenting'
  | 'sharing'
  | 'sharingHeard'
  | 'sharingMuted'

/** Where one is, and who can see or hear one. */
export function statusWords(me: PersonView | null, session: Session): StatusWords {
  if (!me) return 'watching'
  if (me.place === 'backstage') return 'backstage'
  const shares = session.share?.person === me.id
  if (me.place !== 'stage' && session.content?.person === me.id) return 'presenting'
  if (me.place !== 'stage') return shares ? 'sharing' : session.hands.has(me.id) ? 'hand' : 'watching'
  if (shares) return me.microphone ? 'sharingHeard' : 'sharingMuted'
  if (me.microphone) return me.camera ? 'onStage' : 'onStageHeard'
  return me.camera ? 'onStageMuted' : 'onStageQuiet'
}
