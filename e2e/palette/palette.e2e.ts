import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import { isAccessible } from '../support/axe.ts'
import { focused } from '../accessibility/focused.ts'
import { hears, hearsNothing } from '../support/media-checks.ts'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const paletteOf = ({ page }: Visitor): Locator => page.getByRole('dialog', { name: 'Command palette' })
const found = (who: Visitor, name: string | RegExp): Locator =>
  paletteOf(who).getByRole('menuitem', typeof name === 'string' ? { name, exact: true } : { name })

/** Opens the palette by its keys and types. */
async function searches(who: Visitor, typed: string): Promise<void> {
  await who.page.keyboard.press('Control+k')
  await paletteOf(who).getByRole('textbox', { name: 'Search commands and people' }).waitFor()
  await who.page.keyboard.type(typed)
}

/** Waits until what the field says is in focus is there: it is said a moment after a list has changed, so that typing is not talked over. */
async function settles(field: Locator): Promise<void> {
  const isGone = async () =>
    await field.evaluate((input) => {
      const id = input.getAttribute('aria-activedescendant')
      return id !== null && document.getElementById(id) === null
    })
  await expect.poll(isGone).toBe(false)
}

story(
  '[PALETTE-1] to [PALETTE-6] what can be done is found by typing it, with whom, and done by Enter',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('By name', 'Interactive')
    const amara = await scene.visitor('Amára Okafor')
    await amara.opensLink(links.viewer)
    await amara.joinsStage()
    await hears(hana.page)
    const noor = await scene.visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)

    await searches(hana, 'mute ama')
    await expect.poll(() => found(hana, 'Mute Amára Okafor').getAttribute('data-focused')).toBe('true')
    await hana.page.keyboard.press('Enter')
    await amara.reads('Hana Weber muted you')
    await hearsNothing(noor.page)
    await noor.tile('Amára Okafor', 'microphone off').waitFor()
    await paletteOf(hana).waitFor({ state: 'detached' })

    // What cannot be done just now says why, and is no answer to Enter.
    await searches(hana, 'amara mute')
    await found(hana, /^Mute Amára Okafor/).waitFor()
    await hana.reads('The microphone is off already.')
    expect(await found(hana, /^Mute Amára Okafor/).getAttribute('aria-disabled')).toBe('true')
    await hana.page.keyboard.press('Escape')
    await paletteOf(hana).waitFor({ state: 'detached' })

    // A viewer whom no list shows is looked up, and what takes away asks first, as in a menu.
    await searches(hana, 'remove room noor')
    await found(hana, 'Remove from room Noor Rahimi').waitFor()
    await hana.page.keyboard.press('Enter')
    await hana.page.getByRole('alertdialog', { name: 'Remove Noor Rahimi from the room?' }).waitFor()
    await hana.page.keyboard.press('Escape')
    await searches(hana, 'invite noo')
    await found(hana, 'Invite to stage Noor Rahimi').waitFor()
    await hana.page.keyboard.press('Enter')
    const invitation = noor.page.getByRole('dialog', { name: 'You are invited to the stage' })
    await invitation.getByRole('button', { name: 'Decline Invitation', exact: true }).click()

    // Who does not run the room does not find what they may not do; while they write, the keys open it, and Escape leads back.
    await noor.page.getByRole('tab', { name: /^Chat/ }).click()
    await noor.page.getByLabel('Write to everyone').click()
    await noor.page.keyboard.type('k')
    await searches(noor, 'mute')
    await noor.reads('Nothing found')
    await noor.page.keyboard.press('Escape')
    await expect.poll(() => focused(noor.page)).toBe('Write to everyone')
    expect(await noor.page.getByLabel('Write to everyone').inputValue()).toBe('k')
    await searches(noor, 'raise hand')
    await found(noor, /^Raise hand/).waitFor()
    await noor.page.keyboard.press('Enter')
    await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
    await searches(hana, 'lower hand of noor')
    await found(hana, 'Lower hand Noor Rahimi').waitFor()
    await hana.page.keyboard.press('Enter')
    await noor.reads('Hana Weber lowered your hand')
  },
)

story(
  '[PALETTE-1] [PALETTE-2] on a phone the palette is behind More, in the language and the direction that are shown',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber', PHONE)
    const links = await hana.createsRoom('Under the thumb', 'Interactive')
    await hana.presses('Join now')
    await hana.joinsAsViewer()
    await hana.presses('Join stage')
    await hana.page.getByRole('dialog').locator('video').waitFor()
    await hana.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
    await hana.button('Leave stage').waitFor()
    const amara = await scene.visitor('Amara Okafor')
    await amara.opensLink(links.viewer)
    await amara.joinsStage()
    await hana.tile('Amara Okafor').waitFor()

    await hana.pressesTool('More')
    await hana.page.getByRole('menuitem', { name: 'Command palette', exact: true }).click()
    const field = paletteOf(hana).getByRole('textbox', { name: 'Search commands and people' })
    await field.fill('camera ama')
    await found(hana, 'Turn off camera Amara Okafor').waitFor()
    await settles(field)
    await isAccessible(hana, 'palette')
    expect(await hana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await found(hana, 'Turn off camera Amara Okafor').click()
    await amara.reads('Hana Weber turned your camera off')
    await paletteOf(hana).waitFor({ state: 'detached' })

    await hana.pressesTool('More')
    await hana.page.getByRole('menuitem', { name: 'Settings', exact: true }).click()
    await hana.page.getByLabel('Language').selectOption('he')
    await hana.page.keyboard.press('Escape')
    await hana.page.keyboard.press('Control+k')
    const hebrew = hana.page.getByRole('dialog', { name: 'לוח פקודות', exact: true })
    await hebrew.getByRole('textbox').fill('amara השתקה')
    const mute = hebrew.getByRole('menuitem', { name: 'השתקה Amara Okafor', exact: true })
    await mute.waitFor()
    expect(await mute.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    await settles(hebrew.getByRole('textbox'))
    await isAccessible(hana, 'palette, from the right')
    await mute.click()
    await amara.reads('Hana Weber muted you')
  },
)
