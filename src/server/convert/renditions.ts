import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { LARGE, renditionFile, type Rendition, type Width } from './converted.ts'

/** A drawn page: its pixels, four bytes each. */
export type Drawn = { data: Uint8Array; width: number; height: number }

// What a viewer is made to download; a page that is more is drawn coarser, and at the last as it comes.
const BYTES_MAX: Record<Width, number> = { 640: 80_000, 1280: 180_000, 1920: 300_000, [LARGE]: 600_000 }
const QUALITIES = [80, 65, 50, 30] as const

/** Writes a drawn page as WebP in each width, none wider than it was drawn. [CONVERT-6] */
export async function writeRenditions(
  page: number,
  { data, width, height }: Drawn,
  widths: readonly Width[],
  out: string,
): Promise<Rendition[]> {
  const drawn = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha()
  return await Promise.all(
    widths.map(async (asked) => {
      const fitting = asked < width ? drawn.clone().resize(asked) : drawn
      const { bytes, size } = await encode(fitting, BYTES_MAX[asked])
      await writeFile(join(out, renditionFile(page, asked)), bytes)
      return { asked, ...size, bytes: bytes.length }
    }),
  )
}

async function encode(picture: Sharp, max: number) {
  for (const quality of QUALITIES) {
    const { data, info } = await picture.clone().webp({ quality, effort: 1 }).toBuffer({ resolveWithObject: true })
    if (data.length <= max || quality === QUALITIES.at(-1))
      return { bytes: data, size: { width: info.width, height: info.height } }
  }
  throw new Error('there is a last quality')
}
