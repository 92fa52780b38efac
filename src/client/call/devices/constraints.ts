import type { Source } from '../../../protocol/types.ts'
import type { DeviceState } from './device-state.ts'

const WIDTH_TO_HEIGHT = 16 / 9

/** How a device is opened. `id`: which one, null for any; `height` in px is the camera's. */
export type CaptureOptions = Pick<DeviceState, 'noise' | 'facing'> & { id: string | null; height: number }

/**
 * The constraints for a source. `exactly`: this device and no other. Without `exact`, Chromium ignores the id and gives the device
 * preferred in its settings.
 */
export function constraintsFor(
  source: Source,
  { id, noise, facing, height }: CaptureOptions,
  exactly: boolean,
): MediaTrackConstraints {
  const device = id !== null && exactly ? { deviceId: { exact: id } } : {}
  if (source === 'microphone')
    return { ...device, echoCancellation: true, noiseSuppression: noise === 'standard', autoGainControl: true }
  return {
    ...device,
    // A facing mode would outweigh the wish for this camera.
    ...(!('deviceId' in device) && { facingMode: facing }),
    height: { ideal: height },
    width: { ideal: height * WIDTH_TO_HEIGHT },
  }
}
