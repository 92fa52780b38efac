import type { Background, BackgroundOff } from './background.ts'
import { hire, type Hand } from './background-crew.ts'
import type { Streams } from './background-work.ts'
import { behindOf } from './backdrop.ts'

/** How a camera's pictures get to the worker and back: as streams, or one by one with the page in between. */
type Way = { track: MediaStreamTrack; streams: Streams | null; got(made: VideoFrame | null): void; end(): void }

/**
 * A camera's picture with another background. Resolves when the first one is there, so that what was shown before goes on
 * until then; `end` stops it and the camera behind it. `off` tells when it does not go on: the device is too slow, or
 * it fails. [BACKGROUND-2]
 */
export async function before(
  camera: MediaStreamTrack,
  background: Exclude<Background, 'none'>,
  off: (why: BackgroundOff) => void,
): Promise<{ track: MediaStreamTrack; end(): void }> {
  let way: Way | null = null
  const hand = hire({ off, picture: (made) => way?.got(made) })
  const end = () => {
    // First of all nothing goes out any more.
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

async function wayFor(camera: MediaStreamTrack, hand: Hand): Promise<Way> {
  // Elsewhere the code for it is loaded.
  if (!('MediaStreamTrackGenerator' in globalThis))
    return await (await import('./frame-by-frame.ts')).oneByOne(camera, (picture) => hand.give(picture))
  const { readable } = new MediaStreamTrackProcessor({ track: camera })
  const track = new MediaStreamTrackGenerator({ kind: 'video' })
  return { track, streams: { readable, writable: track.writable }, got: (made) => made?.close(), end: () => {} }
}
