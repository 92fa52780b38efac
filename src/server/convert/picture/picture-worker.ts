/** Draws a picture anew as WebP; runs in a process of its own (`worker.ts`). */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import * as v from 'valibot'
import { LARGE, renditionFile, textFile, WIDTHS, type Rendition, type Width } from '../converted.ts'
import { writeRenditions } from '../renditions.ts'
import { GiveUp, say, working } from '../say.ts'

const PictureTold = v.object({ source: v.string(), out: v.string() })

const PIXELS_MAX = 100_000_000
const SIDE_MAX = 6_000
// All pictures of one that moves, together.
const MOVING_PIXELS_MAX = 150_000_000
const MOVING_FRAMES_MAX = 300
const LOADERS = ['Png', 'Jpeg', 'Webp', 'Heif', 'Nsgif', 'Svg'].map((each) => `VipsForeignLoad${each}Buffer`)

await working(async () => {
  const { source, out } = v.parse(PictureTold, JSON.parse(process.argv[2] ?? ''))
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
  // Bytes and no file: a drawing has then no folder beside it in which it could look for another.
  const bytes = await readFile(source)
  const head = await headOf(bytes)
  // What turns it is in its metadata, and so is told before it is turned.
  const { width, height } = head.autoOrient
  const moves = (head.pages ?? 1) > 1
  const renditions = moves
    ? await writeMoving(bytes, Math.min(head.pages ?? 1, MOVING_FRAMES_MAX), out)
    : await writeStill(bytes, head, out)
  await writeFile(join(out, textFile(1)), JSON.stringify({ lines: [], links: [] }))
  say({ page: { number: 1, width, height: moves ? (head.pageHeight ?? height) : height, renditions }, of: 1 })
  say({ done: { title: null, chapters: [] } })
})

async function headOf(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    throw new GiveUp('no-picture')
  }
}

/** A drawing of lines is drawn as large as it can be shown, any other no larger than it is. */
async function writeStill(bytes: Uint8Array, head: Metadata, out: string): Promise<Rendition[]> {
  if (head.format !== 'svg' && head.width * head.height > PIXELS_MAX) throw new GiveUp('too-large')
  const density = head.format === 'svg' ? Math.min(2_400, Math.max(1, (72 * LARGE) / head.width)) : undefined
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: PIXELS_MAX, density })
      .autoOrient()
      .resize(LARGE, SIDE_MAX, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return await writeRenditions(1, { data, width: info.width, height: info.height }, [...WIDTHS, LARGE], out)
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) throw new GiveUp('too-large')
    if (error instanceof Error && /ENOSPC|EFBIG/.test(error.message)) throw error
    throw new GiveUp('broken')
  }
}

/** A picture that moves goes on moving, in the two smaller widths: its weight is its frames'. */
async function writeMoving(bytes: Uint8Array, pages: number, out: string): Promise<Rendition[]> {
  const renditions: Rendition[] = []
  for (const asked of [640, 1280] satisfies Width[]) {
    try {
      const { data, info } = await sharp(bytes, { pages, limitInputPixels: MOVING_PIXELS_MAX })
        .resize(asked, null, { withoutEnlargement: true })
        .webp({ quality: 65, effort: 1 })
        .toBuffer({ resolveWithObject: true })
      await writeFile(join(out, renditionFile(1, asked)), data)
      renditions.push({ asked, width: info.width, height: info.pageHeight ?? info.height, bytes: data.length })
    } catch (error) {
      if (error instanceof Error && /pixel limit/i.test(error.message)) throw new GiveUp('too-large')
      throw error
    }
  }
  return renditions
}
