import type { PersonView } from '../../../protocol/views.ts'
import { microphoneState, type MicrophoneState } from '../../call/media/microphone-state.ts'
import { useLive } from '../../state/use-call.ts'

/** A person's microphone as everybody sees it. [TILE-2] */
export function useMicrophoneState(person: PersonView | null): MicrophoneState {
  return useLive((state) => microphoneState(state, person))
}
