import type { Source } from '../../protocol/words.ts'
import type { DeviceState } from './device-state.ts'

const WIDTH_TO_HEIGHT = 16 / 9

/** What is asked of the browser for a source; `height` in px is the camera's. Never exact: what is gone gives way to another. */
export function wishFor(
  source: Source,
  { chosen, noise, facing }: Pick<DeviceState, 'chosen' | 'noise' | 'facing'>,
  height: number,
): MediaTrackConstraints {
  const id = chosen[source]
  const device = id === null ? {} : { deviceId: { ideal: id } }
  if (source === 'microphone')
    return { ...device, echoCancellation: true, noiseSuppression: noise === 'standard', autoGainControl: true }
  return {
    ...device,
    // A wish for a side would outweigh the wish for this camera.
    ...(id === null && { facingMode: facing }),
    height: { ideal: height },
    width: { ideal: height * WIDTH_TO_HEIGHT },
  }
}
