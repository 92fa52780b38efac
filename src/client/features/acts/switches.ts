import { Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { useFirstMessages } from '../../i18n/messages.ts'
import { OWN_ACTS } from './own-acts.tsx'
import { useOffers } from './use-acts.ts'

/** A switch shows its state; in a menu the same act shows what a press would do. */
export const SWITCH_SIGNS = {
  microphone: { on: Mic, off: MicOff },
  camera: { on: Video, off: VideoOff },
}

/** A switch of one's own outside the toolbar; undefined if it is not offered. */
export function useSwitch(id: keyof typeof SWITCH_SIGNS) {
  const [offer] = useOffers({ [id]: OWN_ACTS[id] }, useFirstMessages(), null)
  return offer && { icon: SWITCH_SIGNS[id][offer.isOn ? 'on' : 'off'], label: offer.name, onPress: offer.run }
}
