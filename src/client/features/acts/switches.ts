import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { useFirstMessages } from '../../i18n/messages.ts'
import { OWN_ACTS } from './own-acts.tsx'
import { useOffers } from './use-acts.ts'

/** A switch shows how it is, where a menu shows what a press does. */
export const SWITCH_SIGNS = {
  microphone: { on: Mic, off: MicOff },
  camera: { on: Video, off: VideoOff },
}

/** One of the own switches, beside the toolbar; absent where one has none. */
export function useSwitch(id: keyof typeof SWITCH_SIGNS) {
  const [offer] = useOffers({ [id]: OWN_ACTS[id] }, useFirstMessages(), null)
  return offer && { icon: SWITCH_SIGNS[id][offer.isOn ? 'on' : 'off'], label: offer.name, onPress: offer.run }
}
