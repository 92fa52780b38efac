import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { PHONE, stories } from '../support/story.ts'

const story = stories()

/** As the phone's own button does; the page does with it what it will. */
async function goesBack(page: Page): Promise<void> {
  await page.evaluate(() => history.back())
}

story('[PHONE-6] going back on a phone closes what is open, and the room last', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Back and forth', 'Webinar')
  const mei = await scene.visitor('Mei Tanaka', PHONE)
  await mei.page.goto(scene.url)
  await mei.heading('Rostrum').waitFor()
  await mei.comesToWatch(links.viewer)

  await mei.pressesTool('Chat')
  await mei.panel().waitFor()
  await mei.presses('Emoji')
  await mei.page.getByRole('group', { name: 'Emoji' }).waitFor()
  await goesBack(mei.page)
  await mei.page.getByRole('group', { name: 'Emoji' }).waitFor({ state: 'detached' })
  await goesBack(mei.page)
  await mei.panel().waitFor({ state: 'detached' })

  await mei.pressesTool('Settings')
  await mei.page.getByRole('dialog', { name: 'Settings' }).waitFor()
  await goesBack(mei.page)
  await mei.page.getByRole('dialog').waitFor({ state: 'detached' })
  await mei.page.getByRole('button', { name: /^Notices/ }).click()
  await mei.page.getByRole('dialog', { name: 'Notices' }).waitFor()
  await goesBack(mei.page)
  await mei.page.getByRole('dialog').waitFor({ state: 'detached' })

  // An invitation is answered, and not gone back from.
  await hana.chooses('Invite to stage', 'Mei Tanaka')
  const invitation = mei.page.getByRole('dialog', { name: 'You are invited to the stage' })
  await invitation.waitFor()
  for (let n = 0; n < 3; n++) await goesBack(mei.page)
  await invitation.getByRole('button', { name: 'Decline Invitation' }).click()
  await invitation.waitFor({ state: 'detached' })
  await mei.stage().waitFor()

  await goesBack(mei.page)
  await mei.heading('Rostrum').waitFor()
})

story(
  '[PHONE-7] whoever is on stage, or has typed something, is asked once before going back leads out',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.createsRoom('Not by mistake', 'Interactive')
    await hana.presses('Join now')
    await hana.joinsStage()
    await goesBack(hana.page)
    const sure = hana.page.getByRole('alertdialog', { name: 'Leave the session?' })
    await sure.getByText('You are on stage, and leave it too.').waitFor()
    await sure.getByRole('button', { name: 'Stay' }).click()
    await hana.button('Leave stage').waitFor()
    await hana.stage().waitFor()

    const mei = await scene.visitor('Mei Tanaka')
    await mei.page.goto(scene.url)
    await mei.heading('Rostrum').waitFor()
    await mei.comesToWatch(links.viewer)
    await mei.page.getByRole('tab', { name: 'Chat' }).click()
    await mei.types('Write to everyone', 'Half a sentence')
    await goesBack(mei.page)
    const asked = mei.page.getByRole('alertdialog', { name: 'Leave the session?' })
    await asked.getByText('What you typed is not sent.').waitFor()
    expect(await asked.getByText('on stage').count()).toBe(0)
    await goesBack(mei.page)
    await asked.waitFor({ state: 'detached' })
    expect(await mei.page.getByLabel('Write to everyone').inputValue()).toBe('Half a sentence')
    await goesBack(mei.page)
    await asked.getByRole('button', { name: 'Leave session' }).click()
    await mei.heading('Rostrum').waitFor()
    await hana.group('Viewers').waitFor({ state: 'detached' })

    // Closing the tab is the browser's to ask about; a viewer with nothing to lose is not held.
    const asksBeforeUnload = async (page: Page) =>
      await page.evaluate(() => {
        const leaving = new Event('beforeunload', { cancelable: true })
        dispatchEvent(leaving)
        return leaving.defaultPrevented
      })
    expect(await asksBeforeUnload(hana.page)).toBe(true)
    await hana.pressesTool('Leave stage')
    await hana.button('Join stage').waitFor()
    expect(await asksBeforeUnload(hana.page)).toBe(false)
    await goesBack(hana.page)
    await hana.heading('Not by mistake').waitFor()
    await hana.button('Join now').waitFor()
  },
)
