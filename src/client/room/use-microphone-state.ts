import type { PersonView } from '../../protocol/views.ts'
import type { MicrophoneState } from '../ui/MicrophoneSign.tsx'
import { useLive } from '../ui/use-live.ts'

/** A person's microphone as everybody sees it: the session's word, and the media's whether it is heard. [TILE-2] */
export function useMicrophoneState(person: PersonView | null): MicrophoneState {
  const speaks = useLive((state) => state.speaking.has(person?.id ?? ''))
  if (!person?.microphone) return 'off'
  return speaks ? 'speaking' : 'on'
}
