import type { Source } from '../../protocol/words.ts'
import type { DeviceFault } from './device-state.ts'

/** Why getUserMedia said no, in one of our words (W3C Media Capture and Streams, 10.2); Chromium's message says more. */
export function faultOf(fault: unknown): DeviceFault {
  if (!(fault instanceof DOMException)) return 'failed'
  switch (fault.name) {
    case 'NotAllowedError':
      if (/dismissed/i.test(fault.message)) return 'dismissed'
      return /system/i.test(fault.message) ? 'system' : 'refused'
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'failed'
  }
}

/** Why no device can be asked for at all; null where it can. */
export function faultOfPage(): DeviceFault | null {
  if (!isSecureContext) return 'insecure'
  if (!('mediaDevices' in navigator)) return 'unsupported'
  return isShutOut() ? 'framed' : null
}

/** Whether the page around this one keeps both devices to itself (W3C Permissions Policy; only Chromium tells). */
function isShutOut(): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy')
  if (typeof policy !== 'object' || policy === null) return false
  const allows: unknown = Reflect.get(policy, 'allowsFeature')
  if (typeof allows !== 'function') return false
  return ['camera', 'microphone'].every((feature) => allows.call(policy, feature) === false)
}

/** Why an open device ended: the browser does not let the page use it any more, or it was unplugged. */
export async function faultOfEnd(source: Source): Promise<DeviceFault> {
  try {
    const { state } = await navigator.permissions.query({ name: source })
    return state === 'denied' ? 'refused' : 'unplugged'
  } catch {
    // A browser that does not tell.
    return 'unplugged'
  }
}
