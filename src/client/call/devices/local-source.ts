import type { Background, BackgroundOff } from '../background/background.ts'

/** An open device: the track that is published, the device's own track, how both end, and a camera's background. */
export type LocalSource = { track: MediaStreamTrack; device: MediaStreamTrack; end(): void; background?: Background }

/** A device without effects. */
export const plain = (device: MediaStreamTrack): LocalSource => ({ track: device, device, end: () => device.stop() })

/** The microphone with strong noise reduction; null if the browser cannot. `broke` is called when it stops working. */
export async function cleanedOf(device: MediaStreamTrack, broke: () => void): Promise<LocalSource | null> {
  try {
    const { cleaned } = await import('../publish/noise-reduction.ts')
    return { device, ...(await cleaned(device, broke)) }
  } catch {
    return null
  }
}

/** The camera with a background; null if it does not start. `off` is called when it stops working. */
export async function beforeOf(
  device: MediaStreamTrack,
  background: Exclude<Background, 'none'>,
  off: (why: BackgroundOff) => void,
): Promise<LocalSource | null> {
  try {
    const { before } = await import('../background/camera-effects.ts')
    return { device, background, ...(await before(device, background, off)) }
  } catch {
    return null
  }
}
