import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { openHouse, type House } from './test-server.ts'
import { Visitor } from './visitor.ts'

/** Somebody who is looked after while a story is told, whatever the browser. */
export type Attended = {
  name: string
  page: { screenshot: (to: { path: string }) => Promise<unknown> }
  foreign: string[]
  console: string[]
  faults: string[]
  chatter: string[]
  close: () => Promise<void>
}

/** What a story has at hand: the house, and visitors, each in a browser profile of its own; who comes another way is attended too. */
export type Scene = {
  house: House
  visitor: (name: string, options?: BrowserContextOptions) => Promise<Visitor>
  attend: (somebody: Attended) => void
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  // Elsewhere nothing moves but the pictures: software draws every frame of every browser.
  reducedMotion: 'no-preference',
}

/** Opens one house and one browser for the stories of a file; each story makes rooms of its own. */
export function stories(open: { browser?: () => Promise<Browser>; env?: Record<string, string> } = {}) {
  let house: House
  let browser: Browser
  beforeAll(async () => {
    house = await openHouse(open.env)
    browser = await (open.browser ?? openBrowser)()
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
  })

  /** One story. When it fails, what everybody saw, the consoles and the server's log lie in test-results. */
  return function story(name: string, tell: (scene: Scene) => Promise<void>) {
    test(name, async () => {
      const visitors: Attended[] = []
      const visitor = async (who: string, options?: BrowserContextOptions) => {
        const one = await Visitor.come(browser, house.url, who, options)
        visitors.push(one)
        return one
      }
      try {
        await tell({ house, visitor, attend: (somebody) => visitors.push(somebody) })
        for (const one of visitors) {
          expect(one.foreign, 'requests to somebody else').toEqual([])
          expect(one.faults, 'faults of the page').toEqual([])
          expect(one.chatter, 'objects that a console keeps for nobody').toEqual([])
        }
      } catch (fault) {
        await keep(name, visitors, house.log)
        throw fault
      } finally {
        for (const one of visitors) await one.close()
      }
    })
  }
}

async function keep(name: string, visitors: Attended[], log: string[]): Promise<void> {
  const folder = join('test-results', name.replace(/[^\w-]+/g, '-').slice(0, 80))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'server.log'), log.join('\n'))
  for (const { page, name: who, console } of visitors) {
    await page.screenshot({ path: join(folder, `${who}.png`) }).catch(() => {})
    await writeFile(join(folder, `${who}.console.log`), console.join('\n'))
  }
}
