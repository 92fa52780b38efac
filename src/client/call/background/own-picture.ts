import { covering } from './drawing.ts'

/** Why a file is not used as a background. */
export type PictureFault = 'too-large' | 'no-picture'

/** The result of choosing a file: whether the browser keeps it for next time, or why it is not used. */
export type Taken = { kept: boolean } | { fault: PictureFault }

const BYTES_MAX = 20_000_000
// A small file may decompress to more than a machine's memory.
const PIXELS_MAX = 64_000_000
/** The size of a camera's picture here, in px. */
const SIZE = { width: 1280, height: 720 }

const SHELF = 'rostrum.background'
const PLACE = '/own-background'

let inHand: Blob | null = null

/** Makes a person's picture the background: cut to size, and kept in this browser. It never leaves the device. [BACKGROUND-5] */
export async function takePicture(file: Blob): Promise<Taken> {
  if (file.size > BYTES_MAX) return { fault: 'too-large' }
  const image = await seen(file)
  if (!image) return { fault: 'no-picture' }
  if (image.naturalWidth * image.naturalHeight > PIXELS_MAX) return { fault: 'too-large' }
  const picture = await covering(image, SIZE.width, SIZE.height).convertToBlob({ type: 'image/webp', quality: 0.85 })
  return { kept: await keep(picture) }
}

/** Keeps a picture for this visit, and for the next one if the browser allows it. Whether it does. */
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

/** Decodes a file as a picture; null if this browser cannot. */
async function seen(file: Blob): Promise<HTMLImageElement | null> {
  const image = new Image()
  const address = URL.createObjectURL(file)
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve)
      image.addEventListener('error', reject)
      image.src = address
    })
    // An SVG may have no size of its own.
    return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : null
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
