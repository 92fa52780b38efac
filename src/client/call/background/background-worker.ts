import type { Answered, Said } from './background-work.ts'
import { CutOut } from './cut-out.ts'
import { drawBehind } from './draw-behind.ts'
import { segmenterOf } from './segmenter.ts'
import { Slowness } from './slowness.ts'

// So many pictures in a row that cannot be made are no hiccup.
const FAILED_MAX = 10

type Start = Extract<Said, { start: unknown }>['start']

/** The cameras that have another background now, by their numbers. */
const cameras = new Map<number, Camera>()

/** Makes a new picture of each of a camera's; what cannot be made is left out, and never given on as it came. [BACKGROUND-2] */
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
    // It ends when the camera or what takes its pictures does.
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

  /** Tells it once; it goes on as it can until it is ended. */
  #goOff(why: 'slow' | 'failed'): void {
    if (!this.#isOff) tell({ of: this.#of, off: why })
    this.#isOff = true
  }
}

function tell(answer: Answered): void {
  postMessage(answer, { transfer: 'picture' in answer && answer.picture ? [answer.picture] : [] })
}

addEventListener('message', ({ data }: MessageEvent<Said>) => {
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
