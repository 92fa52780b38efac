import { useFaultWords } from '../device-setup/index.ts'
import { useMessages } from '../../i18n/messages.ts'
import type { DeviceWords } from './notice-words.ts'

/** Explains what happened to a device, and what helps in this browser. */
export function useDeviceWords(): DeviceWords {
  const words = useMessages('device-faults')
  const faultWords = useFaultWords()
  return (notice) => {
    switch (notice.kind) {
      case 'device-fault':
        return ['', faultWords(notice.source, notice.fault)]
      case 'background-off':
        return ['', faultWords('background', notice.why)]
      case 'noise-replaced':
        return words.noiseReplaced
      case 'microphone-replaced':
        return words.replaced({ name: notice.name })
      case 'plugged-in':
        return words.pluggedIn({ name: notice.name })
    }
  }
}
