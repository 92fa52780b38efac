import type { Source } from '../../../protocol/types.ts'
import type { BackgroundOff } from '../../call/background/background.ts'
import type { DeviceFault } from '../../call/devices/device-state.ts'
import { useMessages } from '../../i18n/messages.ts'
import { browserOf } from '../../ui/hooks/browser-kind.ts'

export type FaultWords = (source: Source | 'background', kind: DeviceFault | BackgroundOff) => string

/** Explains what is wrong with a device, and what helps in this browser. */
export function useFaultWords(): FaultWords {
  const { fault, allow, backgroundOff } = useMessages('device-faults')
  return (source, kind) => {
    if (source === 'background' || kind === 'slow') return backgroundOff[kind === 'slow' ? 'slow' : 'failed']
    const words = fault[kind][source]
    return kind === 'refused' ? `${words} ${allow[browserOf(navigator.userAgent)]}` : words
  }
}
