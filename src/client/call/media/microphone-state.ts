import type { PersonView } from '../../../protocol/views.ts'
import type { CallState } from '../call-state.ts'

/** A person's microphone as everybody sees it. */
export type MicrophoneState = 'on' | 'off' | 'speaking'

/**
 * [TILE-2] The session's word, and the media's whether it is heard. [TILE-4] Whose connection is away is not heard, whatever the
 * session says; of oneself it is the media's connection that counts, for without the other one may well be heard.
 */
export function microphoneState(state: CallState, person: PersonView | null): MicrophoneState {
  if (!person?.microphone) return 'off'
  if (person.id === state.you?.id && (state.media === 'away' || state.media === 'reconnecting')) return 'off'
  if (state.speaking.has(person.id)) return 'speaking'
  return person.present ? 'on' : 'off'
}
