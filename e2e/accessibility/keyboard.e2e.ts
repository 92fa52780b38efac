import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { focused } from './focused.ts'
import { hears, hearsNothing } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'

const story = stories()

/** Presses a key until the focus is on something. */
async function goes(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if ((await focused(page)) === name) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to ${name}, but to ${await focused(page)}`)
}

story('[KEYS-1] to [KEYS-6] joining, a hand, the stage, moderation and the door, all by keyboard', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('No mouse', 'Webinar')
  const noor = await scene.visitor('Noor Rahimi')
  await noor.page.goto(links.viewer)
  await noor.page.getByLabel('Your name').waitFor()
  await goes(noor.page, 'Your name')
  await noor.page.keyboard.type('Noor Rahimi')
  await noor.page.keyboard.press('Enter')
  await expect.poll(() => focused(noor.page)).toBe('Set devices')
  await goes(noor.page, 'Join as viewer')
  await noor.page.keyboard.press('Enter')
  await noor.stage().waitFor()
  await expect.poll(() => focused(noor.page)).toBe('No mouse')
  await noor.button('Skip to the panel').waitFor({ state: 'attached' })
  await noor.page.keyboard.press('h')
  await noor.reads('You are 1st')

  await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
  await goes(hana.page, 'Skip to the panel')
  await hana.page.keyboard.press('Enter')
  await goes(hana.page, 'Bring to stage')
  await hana.page.keyboard.press('Enter')
  await noor.page.getByRole('dialog', { name: 'You are invited to the stage' }).waitFor()
  // The answer has gone with the question; the focus has not.
  await hana.group('Raised hands').getByText('Invited to the stage').waitFor()
  await expect.poll(() => focused(hana.page)).toBe('Options for Noor Rahimi')

  await expect.poll(() => focused(noor.page)).toBe('You are invited to the stage')
  await goes(noor.page, 'Join Stage')
  await noor.page.keyboard.press('Enter')
  await noor.page.getByRole('dialog').locator('video').waitFor()
  // What was pressed could not be pressed again for a moment.
  expect(await noor.page.evaluate(() => document.activeElement?.closest('[role=dialog]'))).not.toBe(null)
  await goes(noor.page, 'Join Stage')
  await noor.page.keyboard.press('Enter')
  await hears(hana.page)
  await noor.page.keyboard.press('m')
  await hana.tile('Noor Rahimi', 'microphone off').waitFor()
  await hearsNothing(hana.page)
  await noor.page.keyboard.press('m')
  await hana.tile('Noor Rahimi', 'microphone (on|speaking)').waitFor()
  await hears(hana.page)

  await goes(hana.page, 'Options for Noor Rahimi')
  await hana.page.keyboard.press('ArrowDown')
  await hana.page.getByRole('menu').waitFor()
  await goes(hana.page, 'Mute', 'ArrowDown')
  await hana.page.keyboard.press('Enter')
  await noor.reads('Hana Weber muted you')
  await hearsNothing(hana.page)
  await expect.poll(() => focused(hana.page)).toBe('Options for Noor Rahimi')
  await hana.page.keyboard.press('?')
  await hana.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await hana.page.keyboard.press('Escape')
  await expect.poll(() => focused(hana.page)).toBe('Options for Noor Rahimi')

  // The toolbar is one stop: keys walk in it, and it keeps where one was.
  await goes(noor.page, 'Skip to the room controls')
  await noor.page.keyboard.press('Enter')
  await goes(noor.page, 'Settings', 'ArrowRight')
  await noor.page.keyboard.press('Tab')
  expect(await noor.page.evaluate(() => document.activeElement?.closest('[role=toolbar]'))).toBe(null)
  await noor.page.keyboard.press('Shift+Tab')
  expect(await focused(noor.page)).toBe('Settings')
  await noor.page.keyboard.press('End')
  expect(await focused(noor.page)).toBe('Leave')
  await noor.page.keyboard.press('Enter')
  await noor.page.getByRole('menuitem', { name: 'Leave session' }).waitFor()
  await noor.page.keyboard.press('Enter')
  await noor.button('Rejoin the session').waitFor()
  await goes(noor.page, 'Rejoin the session')
  await noor.page.keyboard.press('Enter')
  await noor.heading('Set devices').waitFor()

  await hana.setsAccess('Everyone on stage')
  await noor.button('Join stage').waitFor()
  await goes(noor.page, 'Join stage')
  await noor.page.keyboard.press('Enter')
  await noor.page.getByLabel('Camera', { exact: true }).first().waitFor()
  expect(await focused(noor.page)).toBe('Set devices')
  await goes(noor.page, 'Join stage')
  await noor.page.keyboard.press('Enter')
  await noor.button('Leave stage').waitFor()
  await hears(hana.page)
})
