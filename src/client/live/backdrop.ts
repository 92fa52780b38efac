import type { Background } from './background.ts'
import { contextOf, covering, fit } from './drawing.ts'
import { keptPicture } from './own-picture.ts'
import { sceneAddress } from './scenes.ts'

/** Draws what stands behind a person, in the size of a canvas; `small` is the camera's picture made small. */
export type Backdrop = (on: OffscreenCanvasRenderingContext2D, small: OffscreenCanvas) => void

/** The backdrop of a choice; rejects where its picture cannot be had. */
export async function backdropOf(background: Exclude<Background, 'none'>): Promise<Backdrop> {
  if (background === 'slight-blur') return blurred(2)
  if (background === 'blur') return blurred(4)
  if (background !== 'own') return pictured(await load(sceneAddress[background]))
  const picture = await keptPicture()
  if (!picture) throw new Error('no picture of their own')
  const address = URL.createObjectURL(picture)
  try {
    return pictured(await load(address))
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function load(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode()
  return image
}

/** A picture that covers all, drawn once for each size. */
function pictured(image: HTMLImageElement): Backdrop {
  let drawn: OffscreenCanvas | null = null
  return (on) => {
    const { width, height } = on.canvas
    if (drawn?.width !== width || drawn.height !== height) drawn = covering(image, width, height)
    on.drawImage(drawn, 0, 0)
  }
}

/** The camera's own picture, made small in steps and large again: as soft as a blur, everywhere, and far cheaper. */
function blurred(steps: number): Backdrop {
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
