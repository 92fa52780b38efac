import { ProcessorWrapper, type VideoTrackTransformer } from '@livekit/track-processors'
import type { Background, BackgroundOff } from './background.ts'
import { backdropOf } from './backdrop.ts'
import { CutOut } from './cut-out.ts'
import { logWarningsOnly, Track } from './livekit.ts'
import { useSegmenter } from './segmenter.ts'
import { pictureLimit, Slowness } from './slowness.ts'

// So many pictures in a row that cannot be made are no hiccup.
const FAILED_MAX = 10
const FIRST_WITHIN_MS = 10_000

// The package with the canvas lets LiveKit's client say everything again.
logWarningsOnly()

let made = 0

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
  const [segmenter, backdrop] = await allOrNone(useSegmenter(), backdropOf(background))
  const pictures = new Pictures(new CutOut(segmenter, backdrop), off)
  // The package finds its canvas in the page by this name.
  const wrapper = new ProcessorWrapper(pictures, `background-${made++}`)
  const element = document.createElement('video')
  const end = () => {
    pictures.end()
    // First of all nothing goes out any more.
    wrapper.processedTrack?.stop()
    element.srcObject = null
    camera.stop()
    wrapper
      .destroy()
      .catch(() => {})
      .finally(segmenter.release)
  }
  try {
    if (!ProcessorWrapper.hasModernApiSupport) await show(camera, element)
    await wrapper.init({ kind: Track.Kind.Video, track: camera, element })
    await pictures.first
    if (!wrapper.processedTrack) throw new Error('no processed track')
    return { track: wrapper.processedTrack, end }
  } catch (fault) {
    end()
    throw fault
  }
}

/** A segmenter that came for nothing is given back. */
async function allOrNone<T extends { release: () => void }, U>(one: Promise<T>, other: Promise<U>): Promise<[T, U]> {
  try {
    return await Promise.all([one, other])
  } catch (fault) {
    one.then(({ release }) => release()).catch(() => {})
    throw fault
  }
}

async function show(camera: MediaStreamTrack, element: HTMLVideoElement): Promise<void> {
  element.muted = true
  element.playsInline = true
  element.srcObject = new MediaStream([camera])
  await element.play()
}

/** Makes a new picture of each; what cannot be made is left out, and never given on as it came. */
class Pictures implements VideoTrackTransformer<Record<string, unknown>> {
  transformer?: TransformStream
  /** Resolves when the first picture is made. */
  readonly first: Promise<void>
  readonly #cutOut: CutOut
  readonly #off: (why: BackgroundOff) => void
  readonly #slowness = new Slowness(pictureLimit())
  #made = () => {}
  #failed = 0
  #isOff = false
  #isOver = false

  constructor(cutOut: CutOut, off: (why: BackgroundOff) => void) {
    this.#cutOut = cutOut
    this.#off = off
    this.first = new Promise((resolve, reject) => {
      this.#made = resolve
      setTimeout(() => reject(new Error('no picture')), FIRST_WITHIN_MS)
    })
    this.first.catch(() => {})
  }

  readonly init = () => {
    this.transformer = new TransformStream({
      transform: (frame: VideoFrame, controller) => this.transform(frame, controller),
    })
  }
  readonly restart = () => {}
  readonly update = () => {}
  readonly destroy = () => this.end()

  end(): void {
    this.#isOver = true
  }

  transform(frame: VideoFrame, controller: Pick<TransformStreamDefaultController<VideoFrame>, 'enqueue'>): void {
    if (this.#isOver) return frame.close()
    const started = performance.now()
    try {
      controller.enqueue(this.#cutOut.draw(frame))
      this.#failed = 0
      this.#made()
      if (this.#slowness.took(performance.now() - started)) this.#goOff('slow')
    } catch {
      this.#failed += 1
      if (this.#failed === FAILED_MAX) this.#goOff('failed')
    } finally {
      frame.close()
    }
  }

  /** Tells it once; it goes on as it can until it is ended. */
  #goOff(why: BackgroundOff): void {
    if (this.#isOff) return
    this.#isOff = true
    this.#off(why)
  }
}
