import { expect } from 'vitest'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

/** What is over the stage: the numbers, by the name of what is counted. */
const number = (who: Visitor, reaction: string) =>
  who.page
    .getByRole('list', { name: 'Reactions' })
    .getByRole('listitem')
    .filter({ has: who.page.getByRole('img', { name: reaction }) })

story(
  '[REACT-1] [REACT-6] [REACT-7] who reacts sees it at once, and everybody sees how many there were',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Reactions', 'Webinar')
    const mei = await scene.visitor('Mei Tanaka', PHONE)
    await mei.comesToWatch(links.viewer)
    await mei.pressesTool('Reactions')
    const five = mei.page.getByRole('dialog', { name: 'Reactions' })
    await five.getByRole('button', { name: 'Clap' }).waitFor()
    const names = await five.getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    expect(names).toEqual(['Clap', 'Heart', 'Think', 'Wow', 'Smile'])

    // On Mei's phone they rise; where nothing is to move, as at Hana's, they are counted.
    for (let n = 0; n < 5; n++) await five.getByRole('button', { name: 'Clap' }).click()
    await mei.stage().locator('svg[viewBox="0 0 32 32"]').first().waitFor({ state: 'attached' })
    await number(hana, 'Clap').getByText('5', { exact: true }).waitFor()
    await number(mei, 'Clap').getByText('5', { exact: true }).waitFor()
    await number(hana, 'Clap').waitFor({ state: 'detached' })
    await mei.stage().locator('svg[viewBox="0 0 32 32"]').first().waitFor({ state: 'detached' })

    // The keyboard too, and the room turns them off.
    await hana.pressesTool('Reactions')
    const clap = hana.page.getByRole('button', { name: 'Clap', exact: true })
    await expect.poll(() => clap.evaluate((button) => button === document.activeElement)).toBe(true)
    await hana.page.keyboard.press('ArrowRight')
    await hana.page.keyboard.press('Enter')
    await number(hana, 'Heart').getByText('1', { exact: true }).waitFor()
    await hana.page.keyboard.press('Escape')
    await hana.presses('Settings')
    await hana.page.getByRole('switch', { name: 'Reactions' }).click({ force: true })
    await five.waitFor({ state: 'detached' })
    await hana.page.keyboard.press('Escape')
    for (const who of [hana, mei]) expect(await who.button('Reactions').count()).toBe(0)
  },
)
