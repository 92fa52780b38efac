import { useFaultWords } from '../greenroom/use-fault-words.ts'
import { Toast, type ToastProps } from './Toast.tsx'

/** A toast about a device, with what helps in this very browser. */
export function FaultToast(props: ToastProps) {
  return <Toast {...props} faultWords={useFaultWords()} />
}
