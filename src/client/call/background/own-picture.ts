import { covering } from './drawing.ts'

/** Why a file does not become a background, in one word each. */
export type PictureFault = 'too-large' | 'no-picture'

/** What became of a file: whether the browser keeps it for next time, or why it is not used. */
export type Taken = { kept: boolean } | { fault: PictureFault }

const BYTES_MAX = 20_000_000
// A small file may unfold to more than a machine has.
const PIXELS_MAX = 64_000_000
/** As large as a camera's picture is here, in px. */
const SIZE = { width: 1280, height: 720 }

const SHELF = 'rostrum.background'
const PLACE = '/own-background'

let inHand: Blob | null = null

/**
 * Takes a person's own picture as a background: cut to size, and kept on this device by the browser. It never leaves it.
 * [BACKGROUND-5]
 */
export async function takePicture(file: Blob): Promise<Taken> {
  if (file.size > BYTES_MAX) return { fault: 'too-large' }
  const image = await seen(file)
  if (!image) return { fault: 'no-picture' }
  if (image.naturalWidth * image.naturalHeight > PIXELS_MAX) return { fault: 'too-large' }
  const picture = await covering(image, SIZE.width, SIZE.height).convertToBlob({ type: 'image/webp', quality: 0.85 })
  return { kept: await keep(picture) }
}

/** Keeps a picture for now, and for next time where the browser lets us; gives whether it does. */
export async function keep(picture: Blob): Promise<boolean> {
  inHand = picture
  try {
    await (await caches.open(SHELF)).put(PLACE, new Response(picture))
    return true
  } catch {
    return false
  }
}

/** The picture kept on this device, or null. */
export async function keptPicture(): Promise<Blob | null> {
  if (inHand) return inHand
  try {
    return (await (await (await caches.open(SHELF)).match(PLACE))?.blob()) ?? null
  } catch {
    return null
  }
}

/** A file as a picture; null where it is none that this browser knows. */
async function seen(file: Blob): Promise<HTMLImageElement | null> {
  const image = new Image()
  const address = URL.createObjectURL(file)
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve)
      image.addEventListener('error', reject)
      image.src = address
    })
    // A drawing may have no size of its own.
    return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : null
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
