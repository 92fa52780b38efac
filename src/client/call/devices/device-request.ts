import type { Source } from '../../../protocol/types.ts'
import { isNo, nameOf } from './device-fault.ts'
import type { DeviceFault } from './device-state.ts'

/** What is opened together, by source. */
export type WantedConstraints = Partial<Record<Source, MediaTrackConstraints>>

/** What the browser gave; `isOther` if the wanted device is gone, and this is another. */
export type Given = { tracks: Partial<Record<Source, MediaStreamTrack>>; isOther: boolean }

// The errors by which a browser says that no device fits (W3C Media Capture and Streams, 10.2); nobody has been asked by then.
const NOTHING_FITS: ReadonlySet<unknown> = new Set(['OverconstrainedError', 'NotFoundError'])

/** Opens devices with at most one question to the person: exactly those that were chosen, or any if those are gone. Rejects as getUserMedia does. */
export async function askFor(exactly: WantedConstraints, otherwise: WantedConstraints): Promise<Given> {
  try {
    return { tracks: await withFacing(await openDevices(exactly), exactly), isOther: false }
  } catch (fault) {
    const isSame = JSON.stringify(exactly) === JSON.stringify(otherwise)
    if (isSame || !NOTHING_FITS.has(nameOf(fault))) throw fault
    return { tracks: await withFacing(await openDevices(otherwise), otherwise), isOther: true }
  }
}

/** The camera on the wanted side: if the browser gave another one, asks again for that side and no other. */
async function withFacing(tracks: Given['tracks'], { camera }: WantedConstraints): Promise<Given['tracks']> {
  const side = camera?.facingMode
  const is = tracks.camera?.getSettings().facingMode
  if (!tracks.camera || typeof side !== 'string' || is === undefined || is === side) return tracks
  // Most phones open one camera at a time.
  tracks.camera.stop()
  try {
    const turned = await openDevices({ camera: { ...camera, facingMode: { exact: side } } }).catch(
      async () => await openDevices({ camera: { ...camera } }),
    )
    return { ...tracks, ...turned }
  } catch (fault) {
    tracks.microphone?.stop()
    throw fault
  }
}

async function openDevices({ microphone, camera }: WantedConstraints): Promise<Given['tracks']> {
  const stream = await navigator.mediaDevices.getUserMedia({
    ...(microphone && { audio: microphone }),
    ...(camera && { video: camera }),
  })
  const tracks: Given['tracks'] = {}
  for (const track of stream.getTracks()) tracks[track.kind === 'audio' ? 'microphone' : 'camera'] = track
  return tracks
}

/** The browser's permission for each source, as far as it tells without asking anybody. */
export type Permissions = Record<Source, PermissionState | 'unknown'>

/**
 * [DEVICE-10] After a request for several sources failed, those that are tried alone. If a person refused, only sources that are granted
 * already: the others would ask again.
 */
export function aloneAfter(fault: DeviceFault, asked: readonly Source[], may: Permissions): readonly Source[] {
  if (asked.length < 2) return []
  if (!isNo(fault)) return asked
  const granted = asked.filter((source) => may[source] === 'granted')
  return fault === 'system' || granted.length < asked.length ? granted : []
}
