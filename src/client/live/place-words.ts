import type { PersonView } from '../../protocol/views.ts'

/** What the place line says, as the name of its words in the catalogue. */
export type PlaceWords = 'wings' | 'watching' | 'hand' | 'onStage' | 'onStageMuted' | 'onStageHeard' | 'onStageQuiet'

/** One sentence of truth about where one is, and who can see or hear one. */
export function placeWords(me: PersonView | null, hasHand: boolean): PlaceWords {
  if (me?.place === 'wings') return 'wings'
  if (me?.place !== 'stage') return hasHand ? 'hand' : 'watching'
  if (me.microphone) return me.camera ? 'onStage' : 'onStageHeard'
  return me.camera ? 'onStageMuted' : 'onStageQuiet'
}
