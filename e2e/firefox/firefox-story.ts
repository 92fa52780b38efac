import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { FirefoxVisitor } from './firefox-visitor.ts'
import { openFirefox } from './firefox.ts'
import { stories, type Scene } from '../support/story.ts'

/** A scene to which people come with Firefox too. */
type FirefoxScene = Scene & { withFirefox: (name: string) => Promise<FirefoxVisitor> }

/** As `stories`, with one Firefox beside the Chromium. */
export function firefoxStories() {
  const story = stories()
  let firefox: Browser
  beforeAll(async () => {
    firefox = await openFirefox()
  })
  afterAll(async () => {
    await firefox?.close()
  })

  return function firefoxStory(name: string, tell: (scene: FirefoxScene) => Promise<void>) {
    story(name, async (scene) => {
      const withFirefox = async (who: string) => {
        const one = await FirefoxVisitor.come(firefox, scene.url, who)
        scene.attend(one)
        return one
      }
      await tell({ ...scene, withFirefox })
    })
  }
}
