import type { Source } from '../../../protocol/types.ts'
import { isNo, nameOf } from './device-fault.ts'
import type { DeviceFault } from './device-state.ts'

/** What is asked for together, by source. */
export type Wishes = Partial<Record<Source, MediaTrackConstraints>>

/** What the browser gave; `isOther` where it was not what was asked for exactly, because that is gone. */
export type Given = { tracks: Partial<Record<Source, MediaStreamTrack>>; isOther: boolean }

// In these words a browser says that nothing fits (W3C Media Capture and Streams, 10.2); it has asked nobody yet.
const NOTHING_FITS: ReadonlySet<unknown> = new Set(['OverconstrainedError', 'NotFoundError'])

/**
 * Asks the browser for devices, and so its person at most once: `exactly` what was chosen and, where that is gone, whatever is
 * there. Rejects as getUserMedia does.
 */
export async function askFor(exactly: Wishes, otherwise: Wishes): Promise<Given> {
  try {
    return { tracks: await faced(await given(exactly), exactly), isOther: false }
  } catch (fault) {
    const isSame = JSON.stringify(exactly) === JSON.stringify(otherwise)
    if (isSame || !NOTHING_FITS.has(nameOf(fault))) throw fault
    return { tracks: await faced(await given(otherwise), otherwise), isOther: true }
  }
}

/** The camera on the side that was asked for: a browser that gave another one is asked for that side and no other. */
async function faced(tracks: Given['tracks'], { camera }: Wishes): Promise<Given['tracks']> {
  const side = camera?.facingMode
  const is = tracks.camera?.getSettings().facingMode
  if (!tracks.camera || typeof side !== 'string' || is === undefined || is === side) return tracks
  // Most phones open one camera at a time.
  tracks.camera.stop()
  try {
    const turned = await given({ camera: { ...camera, facingMode: { exact: side } } }).catch(
      async () => await given({ camera: { ...camera } }),
    )
    return { ...tracks, ...turned }
  } catch (fault) {
    tracks.microphone?.stop()
    throw fault
  }
}

async function given({ microphone, camera }: Wishes): Promise<Given['tracks']> {
  const stream = await navigator.mediaDevices.getUserMedia({
    ...(microphone && { audio: microphone }),
    ...(camera && { video: camera }),
  })
  const tracks: Given['tracks'] = {}
  for (const track of stream.getTracks()) tracks[track.kind === 'audio' ? 'microphone' : 'camera'] = track
  return tracks
}

/** What the browser would say to each source, as far as it tells without asking anybody. */
export type Permissions = Record<Source, PermissionState | 'unknown'>

/**
 * [DEVICE-10] Which of those that were asked for together in vain are asked for alone. After a no those alone that are granted: what
 * was refused is what had to be asked for.
 */
export function aloneAfter(fault: DeviceFault, asked: readonly Source[], may: Permissions): readonly Source[] {
  if (asked.length < 2) return []
  if (!isNo(fault)) return asked
  const granted = asked.filter((source) => may[source] === 'granted')
  return fault === 'system' || granted.length < asked.length ? granted : []
}
