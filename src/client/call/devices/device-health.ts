import type { Millis, Source } from '../../../protocol/types.ts'

/** A shorter silence is a hiccup of the system; a slow camera pauses longer between two pictures. */
const GRACE: Record<Source, Millis> = { microphone: 1_000, camera: 4_000 }

/** What happens to an open device from outside the page: it ends, or a switch on it or the system silences it. */
export type DeviceLife = { ended(): void; silenced(is: boolean): void }

/**
 * Follows an open device until the returned function is called. Its own switch, an incoming call or the system's settings silence it;
 * browsers report all of these in the same way (W3C Media Capture and Streams, 4.3.1.1).
 */
export function followDevice(source: Source, device: MediaStreamTrack, life: DeviceLife): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSilenced = false
  const tell = (is: boolean) => {
    if (is === isSilenced) return
    isSilenced = is
    life.silenced(is)
  }
  const look = () => {
    clearTimeout(timer)
    if (device.muted) timer = setTimeout(() => tell(true), GRACE[source])
    else tell(false)
  }
  const ended = () => life.ended()
  device.addEventListener('mute', look)
  device.addEventListener('unmute', look)
  device.addEventListener('ended', ended)
  look()
  return () => {
    clearTimeout(timer)
    device.removeEventListener('mute', look)
    device.removeEventListener('unmute', look)
    device.removeEventListener('ended', ended)
  }
}
