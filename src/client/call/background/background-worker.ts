import type { WorkerAnswer, WorkerRequest } from './background-work.ts'
import { CutOut } from './cut-out.ts'
import { drawBehind } from './draw-behind.ts'
import { segmenterOf } from './segmenter.ts'
import { Slowness } from './slowness.ts'

// So many failures in a row are no hiccup.
const FAILED_MAX = 10

type Start = Extract<WorkerRequest, { start: unknown }>['start']

/** The cameras with a background, by their numbers. */
const cameras = new Map<number, Camera>()

/** Draws the background of one camera's pictures. A picture that fails is left out, and never passed on unchanged. [BACKGROUND-2] */
class Camera {
  readonly #of: number
  readonly #slowness: Slowness
  #cutOut: CutOut | null = null
  #failed = 0
  #hasBegun = false
  #isOff = false
  #isOver = false

  constructor(of: number, { limit }: Start) {
    this.#of = of
    this.#slowness = new Slowness(limit)
  }

  async begin({ files, behind, streams }: Start): Promise<void> {
    try {
      this.#cutOut = new CutOut(await segmenterOf(files), drawBehind(behind))
    } catch {
      return tell({ of: this.#of, begun: false })
    }
    const make = new TransformStream<VideoFrame, VideoFrame>({
      transform: (picture, out) => {
        const made = this.make(picture)
        if (made) out.enqueue(made)
      },
    })
    // The pipe ends when the camera does, or the stream that takes the pictures.
    await streams?.readable
      .pipeThrough(make)
      .pipeTo(streams.writable)
      .catch(() => {})
  }

  make(picture: VideoFrame): VideoFrame | null {
    const started = performance.now()
    try {
      const made = this.#isOver ? undefined : this.#cutOut?.draw(picture)
      if (!made) return null
      this.#failed = 0
      if (!this.#hasBegun) tell({ of: this.#of, begun: true })
      this.#hasBegun = true
      if (this.#slowness.took(performance.now() - started)) this.#goOff('slow')
      return made
    } catch {
      this.#failed += 1
      if (this.#failed === FAILED_MAX) this.#goOff('failed')
      return null
    } finally {
      picture.close()
    }
  }

  end(): void {
    this.#isOver = true
  }

  /** Reports once that it goes off; pictures go on as far as possible until `end`. */
  #goOff(why: 'slow' | 'failed'): void {
    if (!this.#isOff) tell({ of: this.#of, off: why })
    this.#isOff = true
  }
}

function tell(answer: WorkerAnswer): void {
  postMessage(answer, { transfer: 'picture' in answer && answer.picture ? [answer.picture] : [] })
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const { of } = data
  if ('start' in data) {
    const camera = new Camera(of, data.start)
    cameras.set(of, camera)
    void camera.begin(data.start)
  } else if ('end' in data) {
    cameras.get(of)?.end()
    cameras.delete(of)
  } else {
    tell({ of, picture: cameras.get(of)?.make(data.picture) ?? null })
  }
})
