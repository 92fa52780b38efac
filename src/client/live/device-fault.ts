import type { DeviceFault } from './device-state.ts'

/** Why getUserMedia said no, in one of our words (W3C Media Capture and Streams, 10.2). */
export function faultOf(fault: unknown): DeviceFault {
  switch (fault instanceof DOMException ? fault.name : '') {
    case 'NotAllowedError':
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
  return 'mediaDevices' in navigator ? null : 'unsupported'
}
