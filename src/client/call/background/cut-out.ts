import type { DrawBehind } from './draw-behind.ts'
import { contextOf, fit } from './drawing.ts'
import { MASK, type Segmenter } from './segmenter.ts'

// Certainty of a pixel: below the first it is not the person, above the second it is; between them is the edge.
const [NOT, SURELY] = [0.5, 0.9]
// How much of the previous mask is kept: a trembling edge is more visible than one that follows late.
const KEPT = 0.3

/** Cuts the person out of each picture of a camera, and draws them before a background. [BACKGROUND-2] */
export class CutOut {
  readonly #find: Segmenter
  readonly #behind: DrawBehind
  readonly #small = contextOf(new OffscreenCanvas(MASK.width, MASK.height), true)
  readonly #mask = contextOf(new OffscreenCanvas(MASK.width, MASK.height))
  readonly #pixels = new ImageData(MASK.width, MASK.height)
  readonly #sure = new Float32Array(MASK.width * MASK.height)
  readonly #out = contextOf(new OffscreenCanvas(1, 1))

  constructor(find: Segmenter, behind: DrawBehind) {
    this.#find = find
    this.#behind = behind
  }

  /** Draws one picture with the background. */
  draw(frame: VideoFrame): VideoFrame {
    this.#small.drawImage(frame, 0, 0, MASK.width, MASK.height)
    this.#take(this.#find(this.#small.canvas))
    const out = this.#out
    const { displayWidth: width, displayHeight: height } = frame
    fit(out.canvas, width, height)
    out.imageSmoothingQuality = 'medium'
    out.globalCompositeOperation = 'copy'
    out.drawImage(this.#mask.canvas, 0, 0, width, height)
    out.globalCompositeOperation = 'source-in'
    out.drawImage(frame, 0, 0, width, height)
    out.globalCompositeOperation = 'destination-over'
    this.#behind(out, this.#small.canvas)
    return new VideoFrame(out.canvas, { timestamp: frame.timestamp, alpha: 'discard' })
  }

  #take(found: Float32Array): void {
    const { data } = this.#pixels
    const sure = this.#sure
    for (let n = 0; n < sure.length; n++) {
      const now = (sure[n] ?? 0) * KEPT + (found[n] ?? 0) * (1 - KEPT)
      sure[n] = now
      const edge = Math.min(1, Math.max(0, (now - NOT) / (SURELY - NOT)))
      data[4 * n + 3] = 255 * edge * edge * (3 - 2 * edge)
    }
    this.#mask.putImageData(this.#pixels, 0, 0)
  }
}
