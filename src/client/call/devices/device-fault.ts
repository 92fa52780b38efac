import type { Source } from '../../../protocol/types.ts'
import type { DeviceFault } from './device-state.ts'

/** Why getUserMedia said no, in one of our words (W3C Media Capture and Streams, 10.2); Chromium's message says more. */
export function faultOf(fault: unknown): DeviceFault {
  switch (nameOf(fault)) {
    case 'NotAllowedError':
      if (/dismissed/i.test(String(fault))) return 'dismissed'
      return /system/i.test(String(fault)) ? 'system' : 'refused'
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

/** What the browser calls a fault; not every browser makes each of them a DOMException. */
export function nameOf(fault: unknown): unknown {
  return Reflect.get(Object(fault), 'name')
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

/** What the browser would say to a source, as far as it tells without asking anybody. */
export async function permissionOf(source: Source): Promise<PermissionState | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name: source })).state
  } catch {
    return 'unknown'
  }
}

/** Why an open device ended: the browser does not let the page use it any more, or it was unplugged. */
export async function faultOfEnd(source: Source): Promise<'refused' | 'unplugged'> {
  return (await permissionOf(source)) === 'denied' ? 'refused' : 'unplugged'
}

/** Whether somebody said no, or the system did, and not the device. */
export function isNo(fault: DeviceFault): boolean {
  return fault === 'refused' || fault === 'dismissed' || fault === 'system'
}
