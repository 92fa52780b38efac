import type { Behind } from './background-work.ts'
import { contextOf, covering, fit } from './drawing.ts'

/** Draws the background at the size of a canvas; `small` is the camera's picture made small. */
export type DrawBehind = (on: OffscreenCanvasRenderingContext2D, small: OffscreenCanvas) => void

export function drawBehind(behind: Behind): DrawBehind {
  return 'blur' in behind ? blurred(behind.blur) : pictured(behind.picture)
}

/** A picture that covers the canvas, drawn once for each size. */
function pictured(image: ImageBitmap): DrawBehind {
  let drawn: OffscreenCanvas | null = null
  return (on) => {
    const { width, height } = on.canvas
    if (drawn?.width !== width || drawn.height !== height) drawn = covering(image, width, height)
    on.drawImage(drawn, 0, 0)
  }
}

/** The camera's own picture, scaled down in steps and up again: as soft as a blur, in every browser, and much cheaper. */
function blurred(steps: number): DrawBehind {
  const smaller = Array.from({ length: steps }, () => contextOf(new OffscreenCanvas(1, 1)))
  return (on, small) => {
    const { width, height } = small
    let from = small
    for (const [n, context] of smaller.entries()) {
      fit(context.canvas, Math.ceil(width / 2 ** (n + 1)), Math.ceil(height / 2 ** (n + 1)))
      context.drawImage(from, 0, 0, context.canvas.width, context.canvas.height)
      from = context.canvas
    }
    for (const context of smaller.toReversed().slice(1)) {
      context.drawImage(from, 0, 0, context.canvas.width, context.canvas.height)
      from = context.canvas
    }
    on.drawImage(from, 0, 0, on.canvas.width, on.canvas.height)
  }
}
