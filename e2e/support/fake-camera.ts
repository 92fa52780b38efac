import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShell } from './browser.ts'

/** The picture of the drawn person, in px. */
const SIZE = { width: 640, height: 360 }
// How far to the side the person sways, in px: a picture that stands still looks like none.
const SWAY = [0, 2, 4, 2, 0, -2, -4, -2]

/** The colour of the wall behind the drawn person, and of the person's clothes. */
export const WALL = [208, 66, 122] as const
export const CLOTHES = [79, 121, 156] as const

/** A video of a drawn person before a wall, as a file that a fake camera plays over and over. */
export async function personVideo(framesASecond = 10): Promise<string> {
  const svg = readFileSync(join(import.meta.dirname, 'pictures', 'person.svg'), 'utf8')
  const browser = await openShell('none')
  const page = await browser.newPage()
  const frames = await page.evaluate(framesOf, { svg, sway: SWAY, ...SIZE })
  await browser.close()
  const head = `YUV4MPEG2 W${SIZE.width} H${SIZE.height} F${framesASecond}:1 Ip A1:1 C420jpeg\n`
  const parts = frames.flatMap((frame) => [Buffer.from('FRAME\n'), Buffer.from(frame, 'base64')])
  const file = join(mkdtempSync(join(tmpdir(), 'rostrum-person-')), 'person.y4m')
  writeFileSync(file, Buffer.concat([Buffer.from(head), ...parts]))
  return file
}

/** In the page: each frame as planes of brightness and colour (BT.601), base64. */
async function framesOf({ svg, sway, width, height }: { svg: string; sway: number[]; width: number; height: number }) {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  const frames: string[] = []
  for (const by of sway) {
    const image = new Image()
    const moved = svg.replace('<g id="person">', `<g transform="translate(${by} 0)">`)
    image.src = `data:image/svg+xml,${encodeURIComponent(moved)}`
    await image.decode()
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    const bytes = new Uint8Array((width * height * 3) / 2)
    let colour = width * height
    const mix = (at: number, r: number, g: number, b: number) =>
      r * (data[at] ?? 0) + g * (data[at + 1] ?? 0) + b * (data[at + 2] ?? 0)
    for (let n = 0; n < width * height; n++) bytes[n] = 16 + mix(4 * n, 0.257, 0.504, 0.098)
    for (const [r, g, b] of [
      [-0.148, -0.291, 0.439],
      [0.439, -0.368, -0.071],
    ] as const)
      for (let y = 0; y < height; y += 2)
        for (let x = 0; x < width; x += 2) bytes[colour++] = 128 + mix(4 * (y * width + x), r, g, b)
    let text = ''
    for (let n = 0; n < bytes.length; n += 8_192) text += String.fromCharCode(...bytes.subarray(n, n + 8_192))
    frames.push(btoa(text))
  }
  return frames
}
