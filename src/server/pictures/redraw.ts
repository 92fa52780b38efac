import PQueue from 'p-queue'
import sharp from 'sharp'
import { PIXELS_MAX, pictureSizeFault, pictureType } from '../../rules/pictures/picture-file.ts'

/** Why a picture is not taken. */
export type PictureFault = 'picture-unknown' | 'picture-large' | 'picture-narrow' | 'too-fast'

/** How a picture is drawn anew: as a whole within a square of so many pixels, or filling one. */
export type Frame = { side: number; fills: boolean }

/** Draws what somebody sent anew, as WebP. */
export type Redraw = (bytes: Uint8Array, frame: Frame) => Promise<{ webp: Uint8Array } | { fault: PictureFault }>

// One at a time: a picture takes a core for as long as it is drawn, and rooms need one.
const AT_A_TIME = 1
const WAITING_MAX = 8
const SECONDS_MAX = 10
// All else that the library reads is shut.
const LOADERS = ['Png', 'Jpeg', 'Webp', 'Heif'].map((each) => `VipsForeignLoad${each}Buffer`)

/**
 * Draws pictures anew: what is kept is ours, pixel by pixel, without a place, a time or a program in it, the right way up; of one that moves
 * the first picture. One at a time; with too many before it, it is refused. [PICTURE-2] [PICTURE-3]
 */
export function openRedraw(): Redraw {
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
  const queue = new PQueue({ concurrency: AT_A_TIME })
  return async (bytes, frame) => {
    if (pictureType(bytes) === null) return { fault: 'picture-unknown' }
    if (queue.size >= WAITING_MAX) return { fault: 'too-fast' }
    return await queue.add(async () => await draw(bytes, frame))
  }
}

async function draw(bytes: Uint8Array, { side, fills }: Frame): ReturnType<Redraw> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const fault = pictureSizeFault(width, height)
    if (fault) return { fault }
    const webp = await sharp(bytes, { failOn: 'error', limitInputPixels: PIXELS_MAX })
      .autoOrient()
      .resize(side, side, fills ? { fit: 'cover' } : { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: SECONDS_MAX })
      .toBuffer()
    return { webp }
  } catch {
    // The library says in words alone what is wrong; whatever it is, it is no picture that can be drawn.
    return { fault: 'picture-unknown' }
  }
}
