import type { Background, BackgroundOff } from './background.ts'
import { connectToWorker, type CameraWorker } from './worker-client.ts'
import type { Streams } from './background-work.ts'
import { behindOf } from './backdrop.ts'

/** How pictures get to the worker and back: as streams, or one by one through the page. */
type Way = { track: MediaStreamTrack; streams: Streams | null; got(made: VideoFrame | null): void; end(): void }

/**
 * Starts a background for a camera. Resolves when its first picture is there, so that the picture before it can be shown until then; `end`
 * stops it and the camera. `off` is called when it does not go on, because the device is too slow or it fails. [BACKGROUND-2]
 */
export async function before(
  camera: MediaStreamTrack,
  background: Exclude<Background, 'none'>,
  off: (why: BackgroundOff) => void,
): Promise<{ track: MediaStreamTrack; end(): void }> {
  let way: Way | null = null
  const hand = connectToWorker({ off, picture: (made) => way?.got(made) })
  const end = () => {
    // First, so that nothing is sent any more.
    way?.track.stop()
    camera.stop()
    hand.end()
    way?.end()
  }
  try {
    const behind = await behindOf(background)
    way = await wayFor(camera, hand)
    if (!(await hand.start(behind, way.streams))) throw new Error('no picture')
    return { track: way.track, end }
  } catch (fault) {
    end()
    throw fault
  }
}

async function wayFor(camera: MediaStreamTrack, hand: CameraWorker): Promise<Way> {
  // Browsers without it need more code, which is loaded here.
  if (!('MediaStreamTrackGenerator' in globalThis))
    return await (await import('./frame-by-frame.ts')).oneByOne(camera, (picture) => hand.give(picture))
  const { readable } = new MediaStreamTrackProcessor({ track: camera })
  const track = new MediaStreamTrackGenerator({ kind: 'video' })
  return { track, streams: { readable, writable: track.writable }, got: (made) => made?.close(), end: () => {} }
}
