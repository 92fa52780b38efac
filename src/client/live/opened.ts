/** An open device: what of it is given on, the device itself, and how both end. */
export type Opened = { track: MediaStreamTrack; device: MediaStreamTrack; end(): void }

/** A device that is given on as it is. */
export const plain = (device: MediaStreamTrack): Opened => ({ track: device, device, end: () => device.stop() })

/** The microphone with strong noise reduction; null where the browser cannot. */
export async function cleanedOf(device: MediaStreamTrack): Promise<Opened | null> {
  try {
    const { cleaned } = await import('./noise.ts')
    return { device, ...(await cleaned(device)) }
  } catch {
    return null
  }
}
