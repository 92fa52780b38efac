import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { FirefoxVisitor } from './firefox-visitor.ts'
import { openFirefox } from './firefox.ts'
import { companyStories, type Scene } from '../support/story.ts'

/** A scene to which people come with Firefox too. */
type FirefoxScene = Scene & { withFirefox: (name: string) => Promise<FirefoxVisitor> }

/** As `companyStories`, with one Firefox beside the Chromium. */
export function firefoxStories<Company extends object>(comes: (scene: FirefoxScene) => Promise<Company>) {
  let firefox: Browser
  beforeAll(async () => {
    firefox = await openFirefox()
  })
  // Said before the company's own, it is done after them.
  afterAll(async () => {
    await firefox?.close()
  })
  const inFirefox = <S extends Scene>(scene: S) => ({
    ...scene,
    withFirefox: async (who: string) => {
      const one = await FirefoxVisitor.come(firefox, scene.url, who)
      scene.attend(one)
      return one
    },
  })
  const story = companyStories(async (scene) => await comes(inFirefox(scene)))

  return function firefoxStory(name: string, tell: (scene: FirefoxScene & Company) => Promise<void>) {
    story(name, async (scene) => await tell(inFirefox(scene)))
  }
}
