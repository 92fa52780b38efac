import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openRedraw } from './redraw.ts'

const redraw = openRedraw()
const WHOLE = { side: 1_600, fills: false }
const SQUARE = { side: 256, fills: true }

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0d6a44' } })

async function drawn(bytes: Uint8Array, frame = WHOLE) {
  const result = await redraw(bytes, frame)
  if ('fault' in result) throw new Error(result.fault)
  return result.webp
}
const looked = async (bytes: Uint8Array) => await sharp(bytes).metadata()

/** A chunk of a PNG (PNG, 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(type), data])
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A small file that says it is a PNG of so many pixels. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', data)])
}

test('[PICTURE-3] whatever comes becomes WebP of at most 1,600 pixels, and a small one stays as small as it was', async () => {
  for (const format of ['png', 'jpeg', 'webp', 'avif'] as const) {
    const made = await drawn(await plain(320, 200).toFormat(format).toBuffer())
    expect(await looked(made), format).toMatchObject({ format: 'webp', width: 320, height: 200 })
  }
  expect(await looked(await drawn(await plain(4_000, 1_000).jpeg().toBuffer()))).toMatchObject({
    width: 1_600,
    height: 400,
  })
})

test('[PICTURE-3] a profile picture fills a square of 256 pixels', async () => {
  const made = await drawn(await plain(640, 100).png().toBuffer(), SQUARE)
  expect(await looked(made)).toMatchObject({ width: 256, height: 256 })
})

test('[PICTURE-3] where and when it was taken is gone, and it stands upright', async () => {
  const taken = await plain(60, 40)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Kwame', Orientation: '6' }, IFD3: { GPSLatitude: '53/1 33/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect(await looked(taken)).toMatchObject({ width: 60, height: 40, orientation: 6 })
  expect((await looked(taken)).exif).toBeDefined()
  const made = await drawn(taken)
  const { exif, xmp, iptc, icc, orientation, width, height } = await looked(made)
  expect({ exif, xmp, iptc, icc, orientation, width, height }).toEqual({ width: 40, height: 60 })
  expect(Buffer.from(made).toString('latin1')).not.toContain('Kwame')
})

test('[PICTURE-3] of one that moves the first picture is kept, and what is seen through stays so', async () => {
  const moves = await sharp(
    await Promise.all(
      ['#ff0000', '#0000ff'].map(
        async (background) =>
          await sharp({ create: { width: 20, height: 20, channels: 4, background } })
            .png()
            .toBuffer(),
      ),
    ),
    { join: { animated: true } },
  )
    .webp({ loop: 0, lossless: true })
    .toBuffer()
  expect((await sharp(moves, { animated: true }).metadata()).pages).toBe(2)
  const made = await drawn(moves)
  expect((await sharp(made, { animated: true }).metadata()).pages ?? 1).toBe(1)
  expect((await sharp(made).stats()).dominant.r).toBeGreaterThan(200)
  const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  expect((await sharp(await drawn(clear)).stats()).isOpaque).toBe(false)
})

test.for([
  ['nothing', async () => Buffer.alloc(0)],
  [
    'a script in SVG',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a page that is called a PNG', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a page that begins as a PNG', async () => Buffer.from('\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'latin1')],
  ['a GIF', async () => await plain(9, 9).gif().toBuffer()],
  ['a TIFF', async () => await plain(9, 9).tiff().toBuffer()],
  ['half a JPEG', async () => (await noise().jpeg().toBuffer()).subarray(0, 3_000)],
  ['half a PNG', async () => (await noise().png().toBuffer()).subarray(0, 3_000)],
  ['half a WebP', async () => (await noise().webp().toBuffer()).subarray(0, 3_000)],
] as const)('[PICTURE-2] %s is none, and is refused so', async ([, make]) => {
  expect(await redraw(await make(), WHOLE)).toEqual({ fault: 'picture-unknown' })
})

test('[PICTURE-2] what is small to send and large to draw is refused before it is drawn, and what is thin too', async () => {
  const before = process.memoryUsage().rss
  expect(await redraw(bomb(30_000, 30_000), WHOLE)).toEqual({ fault: 'picture-large' })
  expect(await redraw(bomb(900_000, 1), WHOLE)).toEqual({ fault: 'picture-narrow' })
  expect(await redraw(await plain(1, 30_000).png().toBuffer(), SQUARE)).toEqual({ fault: 'picture-narrow' })
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
})

test('[PICTURE-2] they are drawn one after another, and of too many at once the last are told to come again', async () => {
  const picture = await plain(1_000, 1_000).png().toBuffer()
  const answers = await Promise.all(Array.from({ length: 30 }, async () => await redraw(picture, SQUARE)))
  const drawnOnes = answers.filter((each) => 'webp' in each).length
  expect(drawnOnes).toBeGreaterThan(7)
  expect(answers.filter((each) => 'fault' in each && each.fault === 'too-fast')).toHaveLength(30 - drawnOnes)
})

function noise() {
  return sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
}
