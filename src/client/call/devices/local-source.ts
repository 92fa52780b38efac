import type { Background, BackgroundOff } from '../background/background.ts'

/** An open device: what of it is given on, the device itself, how both end, and a camera's background. */
export type LocalSource = { track: MediaStreamTrack; device: MediaStreamTrack; end(): void; background?: Background }

/** A device that is given on as it is. */
export const plain = (device: MediaStreamTrack): LocalSource => ({ track: device, device, end: () => device.stop() })

/** The microphone with strong noise reduction; null where the browser cannot. `broke` tells when it does not go on. */
export async function cleanedOf(device: MediaStreamTrack, broke: () => void): Promise<LocalSource | null> {
  try {
    const { cleaned } = await import('../publish/noise-reduction.ts')
    return { device, ...(await cleaned(device, broke)) }
  } catch {
    return null
  }
}

/** The camera with another background; null where it does not start. `off` tells when it does not go on. */
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
