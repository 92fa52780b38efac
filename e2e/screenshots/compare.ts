import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** The pictures as they were last looked at and found good. */
const KEPT = fileURLToPath(new URL('expected', import.meta.url))
/** What another version of Chromium may draw otherwise: the share of pixels, and by how much of 255 a pixel counts as another. */
const SHARE_MAX = 0.01
const STEP_MIN = 48

/**
 * Compares what a page shows with the picture kept of it; what ticks or is drawn by chance is covered. With ROSTRUM_SCREENSHOTS=update
 * the picture is taken anew instead, to be looked at. Gives what differs in words, or null; the new picture lies in test-results.
 */
export async function differs(page: Page, name: string, covered: readonly string[] = []): Promise<string | null> {
  await page.evaluate(async () => {
    const isInSight = (image: Element) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight
    const inSight = [...document.images].filter(isInSight)
    await Promise.all([document.fonts.ready, ...inSight.map(async (image) => await image.decode())])
  })
  const mask = covered.map((selector) => page.locator(selector))
  const taken = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    scale: 'css',
    mask,
    maskColor: '#808080',
  })
  const kept = join(KEPT, `${name}.png`)
  if (process.env['ROSTRUM_SCREENSHOTS'] === 'update') {
    mkdirSync(KEPT, { recursive: true })
    writeFileSync(kept, taken)
    return null
  }
  if (!existsSync(kept))
    return `there is no picture of ${name}: take it with ROSTRUM_SCREENSHOTS=update, and look at it`
  const share = await differing(page, readFileSync(kept), taken)
  if (share <= SHARE_MAX) return null
  const fresh = join('test-results', 'looks', `${name}.png`)
  mkdirSync(dirname(fresh), { recursive: true })
  writeFileSync(fresh, taken)
  return `${name}: ${Math.round(share * 1_000) / 10} % of it looks otherwise, see ${fresh}`
}

/** The share of pixels in which two pictures differ, 0 to 1; 1 where their sizes do. */
async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  // On an empty page: the product's own lets nobody load pictures from data.
  const blank = await page.context().newPage()
  const share = await blank.evaluate(
    async ({ sources, step }) => {
      const [first, second] = await Promise.all(
        sources.map(async (source) => {
          const bitmap = await createImageBitmap(
            new Blob([Uint8Array.from(atob(source), (sign) => sign.charCodeAt(0))]),
          )
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
          const context = canvas.getContext('2d')
          if (!context) throw new Error('no canvas')
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height)
        }),
      )
      if (!first || !second || first.width !== second.width || first.height !== second.height) return 1
      let others = 0
      for (let at = 0; at < first.data.length; at += 4)
        if (
          [0, 1, 2].some(
            (channel) => Math.abs((first.data[at + channel] ?? 0) - (second.data[at + channel] ?? 0)) > step,
          )
        )
          others += 1
      return others / (first.width * first.height)
    },
    { sources: [one.toString('base64'), other.toString('base64')], step: STEP_MIN },
  )
  await blank.close()
  return share
}
