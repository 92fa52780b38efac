import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** The script that a page has loaded so far, by file, in kB as it came over the line. */
export async function scriptOf(page: Page): Promise<Record<string, number>> {
  return await page.evaluate(() => {
    const files = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
    const sizes = files.map((file) => [new URL(file.name).pathname, Reflect.get(file, 'encodedBodySize') / 1_000])
    return Object.fromEntries(sizes)
  })
}

/** How much a page has loaded, in kB; the media engine comes beside the room and holds nothing up. */
export function kB(files: Record<string, number>, { withEngine }: { withEngine: boolean }): number {
  const counted = Object.entries(files).filter(([name]) => withEngine || !name.includes('livekit'))
  return counted.reduce((sum, [, size]) => sum + size, 0)
}

/** What the heaviest language's words weigh more than those that a page has loaded, in kB. */
export function heaviestMore(files: Record<string, number>): number {
  let more = 0
  for (const [name, size] of Object.entries(files)) {
    const [, folder, when] = /^\/(assets.*)\/messages-..-(first|around)-/.exec(name) ?? []
    if (!folder || !when) continue
    const all = readdirSync(join('dist', folder)).filter((each) =>
      new RegExp(`^messages-..-${when}-.*\\.js\\.br$`).test(each),
    )
    more += Math.max(...all.map((each) => statSync(join('dist', folder, each)).size / 1_000)) - size
  }
  return more
}
