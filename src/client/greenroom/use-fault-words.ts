import type { Source } from '../../protocol/words.ts'
import type { DeviceFault } from '../live/device-state.ts'
import { useFaultsText } from '../text/text.ts'
import { browserOf } from '../ui/browser-kind.ts'

export type FaultWords = (source: Source, kind: DeviceFault) => string

/** Says what is wrong with a device, and what helps in this very browser. */
export function useFaultWords(): FaultWords {
  const { fault, allow } = useFaultsText()
  return (source, kind) => {
    const words = fault[kind][source]
    return kind === 'refused' ? `${words} ${allow[browserOf(navigator.userAgent)]}` : words
  }
}
