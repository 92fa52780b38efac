import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { Conversion } from '../../../../test/server/conversion.ts'

const PATIENT = 60_000
const RED = { r: 255, g: 0, b: 0 }

test(
  '[CONVERT-14] a picture stands upright, has no metadata, and is drawn in each width',
  { timeout: PATIENT },
  async () => {
    await using conversion = new Conversion()
    const lying = sharp({ create: { width: 300, height: 200, channels: 3, background: RED } })
    const jpeg = await lying
      .withExif({ IFD0: { Copyright: 'Hana' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await conversion.convert(jpeg)).toMatchObject({
      kind: 'pages',
      pages: [{ number: 1, width: 200, height: 300 }],
    })
    const drawn = await sharp(conversion.read('1-1920.webp')).metadata()
    expect(drawn).toMatchObject({ format: 'webp', width: 200, height: 300 })
    expect(drawn.exif).toBeUndefined()
  },
)

test('[CONVERT-14] AVIF is drawn, and a transparent picture stands on white', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  const clear = sharp({ create: { width: 40, height: 40, channels: 4, background: { ...RED, alpha: 0 } } })
  expect(await conversion.convert(await clear.avif().toBuffer())).toMatchObject({ kind: 'pages' })
  const { dominant } = await sharp(conversion.read('1-640.webp')).stats()
  expect(dominant.g).toBeGreaterThan(240)
})

test('[CONVERT-14] what moves goes on moving', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  const frames = await Promise.all(
    ['red', 'blue', 'green'].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer()
  expect(await conversion.convert(gif)).toMatchObject({ kind: 'pages', pages: [{ width: 60, height: 40 }] })
  expect(await sharp(conversion.read('1-640.webp')).metadata()).toMatchObject({ format: 'webp', pages: 3 })
})

test('[CONVERT-14] an SVG is drawn, runs no script and fetches nothing', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  let asked = 0
  const server = createServer((_, response) => response.end(String(asked++))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="40">
    <script>fetch('http://127.0.0.1:${port}/')</script><rect width="80" height="40" fill="red"/>
    <image href="http://127.0.0.1:${port}/a.png" width="80" height="40"/>
    <image xlink:href="file:///etc/hostname" width="80" height="40"/></svg>`
  expect(await conversion.convert(svg)).toMatchObject({ kind: 'pages' })
  server.close()
  expect(asked).toBe(0)
  expect(await sharp(conversion.read('1-1920.webp')).metadata()).toMatchObject({ format: 'webp', width: 1920 })
  expect((await sharp(conversion.read('1-640.webp')).stats()).dominant.r).toBeGreaterThan(240)
})

test('[CONVERT-4] a picture that is none, cut off or far too large is refused', { timeout: PATIENT }, async () => {
  await using conversion = new Conversion()
  const reasonOf = async (content: Uint8Array | string) => {
    const converted = await conversion.convert(content)
    return converted.kind === 'refused' ? converted.reason : converted.kind
  }
  expect(await reasonOf('GIF89a and nothing')).toBe('no-picture')
  const large = { create: { width: 12_000, height: 12_000, channels: 3 as const, background: RED } }
  expect(await reasonOf(await sharp(large).png({ compressionLevel: 1 }).toBuffer())).toBe('too-large')
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
  const whole = await sharp({ create: { width: 200, height: 200, channels: 3, background: RED, noise } })
    .png()
    .toBuffer()
  expect(await reasonOf(whole.subarray(0, whole.length / 2))).toBe('broken')
})
