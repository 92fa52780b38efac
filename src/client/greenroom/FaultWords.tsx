import type { Source } from '../../protocol/words.ts'
import type { DeviceFault } from '../live/device-state.ts'
import { faultWords } from '../ui/text-faults.ts'

/** What is wrong with a device, and what helps. */
export function FaultWords({ source, fault }: { source: Source; fault: DeviceFault }) {
  return <>{faultWords(source, fault)}</>
}
