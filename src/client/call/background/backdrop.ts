import type { Background } from './background.ts'
import type { Behind } from './background-work.ts'
import { covering } from './drawing.ts'
import { keptPicture } from './own-picture.ts'
import { sceneAddress } from './scenes.ts'

/** The largest size of a camera's picture, in px. A scene is drawn once at this size, and cut later. */
const SIZE = { width: 1920, height: 1080 }

/**
 * The picture behind a person, for a background that was chosen; rejects if it cannot be loaded. It is drawn here, because a worker cannot
 * read SVG.
 */
export async function behindOf(background: Exclude<Background, 'none'>): Promise<Behind> {
  if (background === 'slight-blur') return { blur: 2 }
  if (background === 'blur') return { blur: 4 }
  if (background !== 'own') return await pictured(sceneAddress[background])
  const picture = await keptPicture()
  if (!picture) throw new Error('no picture of their own')
  const address = URL.createObjectURL(picture)
  try {
    return await pictured(address)
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function pictured(address: string): Promise<Behind> {
  const image = new Image()
  image.src = address
  await image.decode()
  return { picture: covering(image, SIZE.width, SIZE.height).transferToImageBitmap() }
}
