import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { hears, seesMoving } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'

const story = stories()

/** Puts other nodes in the place of every text, as translations of browsers do, and whatever the page asks for. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts: Text[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      text.replaceWith(outer)
      outer.append(inner)
      inner.append(text.data)
    }
  })
}

story('[LANG-6] [LANG-7] a translation in the browser takes no page away, and what changes is shown', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  await hana.context.grantPermissions(['clipboard-write'])
  const links = await hana.createsRoom('Assembly', 'Interactive')
  expect(await hana.page.evaluate(() => document.documentElement.translate)).toBe(false)
  await translate(hana.page)
  await hana.page.getByRole('button', { name: 'Copy', exact: true }).first().click()
  await hana.reads('Copied')
  await hana.presses('Join now')
  await hana.heading('Set devices').waitFor()
  await translate(hana.page)
  await hana.joinsAsViewer()

  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await mei.page.getByRole('banner').getByText('2 viewers').waitFor()
  await translate(mei.page)
  await translate(hana.page)
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  for (const one of [hana, mei]) {
    await one.page.getByRole('banner').getByText('3 viewers').waitFor()
    expect(await one.page.getByText('2 viewers').count()).toBe(0)
    await one.page.getByRole('group', { name: 'Viewers, 3' }).getByText('Noor Rahimi').waitFor()
  }

  // What opens, what is asked, what is written and what goes again.
  await hana.presses('Settings')
  await hana.button('Lock room').waitFor()
  await translate(hana.page)
  await hana.presses('Lock room')
  const sure = hana.page.getByRole('alertdialog', { name: 'Lock the room?' })
  await sure.waitFor()
  await translate(hana.page)
  await sure.getByRole('button', { name: 'Lock room' }).click()
  await hana.button('Unlock room').waitFor()
  await hana.page.keyboard.press('Escape')
  await hana.reads('Room locked')
  await mei.page.getByRole('tab', { name: 'Chat' }).click()
  await mei.types('Write to everyone', 'Is (https://example.org/a) open?')
  await mei.page.keyboard.press('Enter')
  await mei.page.getByRole('link', { name: 'https://example.org/a' }).waitFor()
  await translate(mei.page)
  await noor.presses('Raise hand')
  await hana.reads('Noor Rahimi raised a hand')
  await translate(hana.page)
  await hana.page.getByRole('button', { name: 'Dismiss' }).click()
  await noor.presses('Lower hand')
  await hana.group('Raised hands').waitFor({ state: 'detached' })
  await mei.page.getByRole('button', { name: 'Options for the message of Mei Tanaka' }).click()
  await translate(mei.page)
  await mei.page.getByRole('menuitem', { name: 'Delete' }).click()
  await mei.reads('No messages yet')
})

story(
  '[LANG-6] a page that something has changed is drawn again, and the call has gone on meanwhile',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Assembly', 'Webinar')
    await hana.joinsStage()
    const noor = await scene.visitor('Noor Rahimi')
    await noor.comesToWatch(links.speaker)
    await hears(noor.page)
    await noor.presses('Join stage')
    const sheet = noor.page.getByRole('dialog')
    await sheet.locator('video').waitFor()
    await sheet.getByRole('button', { name: 'Join stage', exact: true }).click()
    await noor.button('Leave stage').waitFor()
    // What React is about to take away is gone already.
    await noor.panel().evaluate((panel) => panel.parentElement?.remove())
    await noor.page.keyboard.press('p')
    await noor.reads(/cannot be drawn any more/)
    await hears(noor.page)
    await hana.tile('Noor Rahimi', 'microphone (on|speaking), camera on').waitFor()
    await noor.presses('Turn microphone off')
    await hana.tile('Noor Rahimi', 'microphone off').waitFor()
    await noor.presses('Draw it again')
    await seesMoving(noor.page, 'Hana Weber')
    await noor.button('Leave stage').waitFor()
    await hears(noor.page)
  },
)
