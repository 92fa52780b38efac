import type { PersonView } from '../../../protocol/views.ts'
import type { CallState } from '../call-state.ts'

/** A person's microphone as everybody sees it. */
export type MicrophoneState = 'on' | 'off' | 'speaking'

/**
 * [TILE-2] On or off as the session says, and speaking as LiveKit says. [TILE-4] A person whose connection is lost is not heard, whatever
 * the session says. For oneself, LiveKit's connection counts, because one may be heard while the other is lost.
 */
export function microphoneState(state: CallState, person: PersonView | null): MicrophoneState {
  if (!person?.microphone) return 'off'
  if (person.id === state.you?.id && (state.media === 'away' || state.media === 'reconnecting')) return 'off'
  if (state.speaking.has(person.id)) return 'speaking'
  return person.present ? 'on' : 'off'
}
