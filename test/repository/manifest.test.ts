import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'public')
const Manifest = v.object({
  display: v.string(),
  icons: v.array(v.object({ src: v.string(), sizes: v.string(), purpose: v.optional(v.string()) })),
})

/** The width and height that a PNG says it has (PNG, 11.2.2: the header chunk comes first). */
function sizeOf(file: string): string {
  const bytes = readFileSync(join(folder, file))
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}

test('[PHONE-4] the page can be installed: it stands alone, with icons of the sizes that are asked for', () => {
  const { display, icons } = v.parse(Manifest, JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')))
  expect(display).toBe('standalone')
  expect(icons.map(({ sizes, purpose }) => purpose ?? sizes)).toEqual(['192x192', '512x512', 'maskable'])
  for (const { src, sizes } of icons) expect(sizeOf(src), src).toBe(sizes)
  const page = readFileSync(join(folder, '../index.html'), 'utf8')
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest" />')
})
