import type { Source } from '../../../protocol/types.ts'
import type { DeviceFault } from './device-state.ts'

/** Why getUserMedia failed (W3C Media Capture and Streams, 10.2); Chromium's message says more. */
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

/** The name of a browser's error; not every browser makes each of them a DOMException. */
export function nameOf(fault: unknown): unknown {
  return Reflect.get(Object(fault), 'name')
}

/** Why no device can be asked for at all; null if one can. */
export function faultOfPage(): DeviceFault | null {
  if (!isSecureContext) return 'insecure'
  if (!('mediaDevices' in navigator)) return 'unsupported'
  return isShutOut() ? 'framed' : null
}

/** Whether the embedding page blocks both devices (W3C Permissions Policy; only Chromium tells). */
function isShutOut(): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy')
  if (typeof policy !== 'object' || policy === null) return false
  const allows: unknown = Reflect.get(policy, 'allowsFeature')
  if (typeof allows !== 'function') return false
  return ['camera', 'microphone'].every((feature) => allows.call(policy, feature) === false)
}

/** The browser's permission for a source, as far as it tells without asking anybody. */
export async function permissionOf(source: Source): Promise<PermissionState | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name: source })).state
  } catch {
    return 'unknown'
  }
}

/** Why an open device ended: the permission was taken back, or it was unplugged. */
export async function faultOfEnd(source: Source): Promise<'refused' | 'unplugged'> {
  return (await permissionOf(source)) === 'denied' ? 'refused' : 'unplugged'
}

/** Whether a person or the system refused it, and not the device. */
export function isNo(fault: DeviceFault): boolean {
  return fault === 'refused' || fault === 'dismissed' || fault === 'system'
}
