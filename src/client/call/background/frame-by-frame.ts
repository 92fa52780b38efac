import { ProcessorWrapper, type VideoTrackTransformer } from '@livekit/track-processors'
import { logWarningsOnly, Track } from '../media/livekit.ts'

// Loading the package of the canvas resets the log level of LiveKit's client.
logWarningsOnly()

let made = 0

/** Takes a camera's pictures one by one from a video element, for Safari and Firefox; the picture that comes back for each is drawn. */
export async function oneByOne(camera: MediaStreamTrack, give: (picture: VideoFrame) => void) {
  const hands = new Hands(give)
  // The package looks for its canvas in the page by this name.
  const wrapper = new ProcessorWrapper(hands, `background-${made++}`)
  const element = document.createElement('video')
  const end = () => {
    element.srcObject = null
    wrapper.destroy().catch(() => {})
  }
  try {
    element.muted = true
    element.playsInline = true
    element.srcObject = new MediaStream([camera])
    await element.play()
    await wrapper.init({ kind: Track.Kind.Video, track: camera, element })
    if (!wrapper.processedTrack) throw new Error('no processed track')
    return { track: wrapper.processedTrack, streams: null, got: hands.got, end }
  } catch (fault) {
    end()
    throw fault
  }
}

type Taker = Pick<TransformStreamDefaultController<VideoFrame>, 'enqueue'>

/** Sends a picture to the worker, and the next one when it has come back. */
class Hands implements VideoTrackTransformer<Record<string, unknown>> {
  readonly #give: (picture: VideoFrame) => void
  #taker: Taker | null = null

  constructor(give: (picture: VideoFrame) => void) {
    this.#give = give
  }

  readonly init = () => {}
  readonly restart = () => {}
  readonly update = () => {}
  readonly destroy = () => {}

  transform(picture: VideoFrame, taker: Taker): void {
    if (this.#taker) return picture.close()
    this.#taker = taker
    this.#give(picture)
  }

  readonly got = (picture: VideoFrame | null): void => {
    if (picture) this.#taker?.enqueue(picture)
    this.#taker = null
  }
}
