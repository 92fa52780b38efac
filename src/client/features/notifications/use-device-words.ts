import { useFaultWords } from '../device-setup/index.ts'
import { useMessages } from '../../i18n/messages.ts'
import type { DeviceWords } from './notice-words.ts'

/** Says what has happened to a device, with what helps in this very browser. */
export function useDeviceWords(): DeviceWords {
  const words = useMessages('device-faults')
  const faultWords = useFaultWords()
  return (telling) => {
    switch (telling.kind) {
      case 'device-fault':
        return ['', faultWords(telling.source, telling.fault)]
      case 'background-off':
        return ['', faultWords('background', telling.why)]
      case 'noise-replaced':
        return words.noiseReplaced
      case 'microphone-replaced':
        return words.replaced({ name: telling.name })
      case 'plugged-in':
        return words.pluggedIn({ name: telling.name })
    }
  }
}
