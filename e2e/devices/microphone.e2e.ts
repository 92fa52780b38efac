import { expect } from 'vitest'
import type { Locator } from 'playwright-core'
import { lights, notesDevices, notesWhatIsSent, sent } from '../support/device-recorder.ts'
import { hears, hearsNothing } from '../support/media-checks.ts'
import { slowLine } from '../support/controlled-socket.ts'
import { companyStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

/** Noor is on stage, and speaks all the time; Hana, who runs the room, watches. */
const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Muted', 'Interactive')
  const noor = await visitor('Noor Rahimi')
  await notesDevices(noor)
  await notesWhatIsSent(noor)
  const line = await slowLine(noor.page)
  await noor.opensLink(links.viewer)
  await noor.joinsStage()
  await hears(hana.page)
  await noor.pressesTool('Turn microphone off')
  return { hana, noor, line }
})

/** One who is muted is not heard, however loud. */
async function isMuted(noor: Visitor, hana: Visitor): Promise<void> {
  await hana.tile(noor.name, 'microphone off').waitFor()
  await hearsNothing(hana.page)
}

story('[MUTE-6] who speaks while muted is told so, and nobody hears it', async ({ hana, noor }) => {
  await isMuted(noor, hana)
  await noor.reads('You are muted. Nobody hears you. Hold the space bar to speak.')
  await hearsNothing(hana.page)
  await noor.presses('Turn it on')
  await hears(hana.page)
  await noor.page.getByText('You are muted. Nobody hears you.').waitFor({ state: 'detached' })
  await noor.pressesTool('Turn microphone off')
})

story(
  '[MUTE-5] the space bar is held to speak, wherever the focus is, and opens nothing where one types',
  async ({ hana, noor }) => {
    await isMuted(noor, hana)
    const { keyboard } = noor.page
    const toolbar = noor.page.getByRole('toolbar', { name: 'Room controls' })
    const holds = async () => {
      await keyboard.down('Space')
      await hears(hana.page)
      await keyboard.up('Space')
      await hearsNothing(hana.page)
      await hana.tile('Noor Rahimi', 'microphone off').waitFor()
    }
    // Just muted by a pointer, with the focus still on what was pressed; then beside everything.
    for (const to of ['on', 'off']) await noor.pressesTool(`Turn microphone ${to}`)
    await holds()
    await noor.stage().click()
    await holds()
    // Where a key went, it speaks while it is held, and a short press is one.
    const switches: Locator[] = [
      toolbar.getByRole('button', { name: 'Turn microphone on', exact: true }),
      noor.tile('Noor Rahimi').getByRole('button', { name: 'Turn microphone on', exact: true }),
      noor.group('On stage').getByRole('button', { name: 'Turn microphone on', exact: true }),
      toolbar.getByRole('button', { name: 'Raise hand', exact: true }),
    ]
    for (const each of switches) {
      await each.focus()
      await holds()
    }
    expect(await toolbar.getByRole('button', { name: 'Raise hand', exact: true }).count()).toBe(1)
    await keyboard.press('Space')
    await toolbar.getByRole('button', { name: 'Lower hand', exact: true }).waitFor()
    await noor.presses('Settings')
    await noor.page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await holds()
    await keyboard.press('Escape')

    // Whatever ends it, ends it.
    await noor.stage().click()
    const ends: [string, () => Promise<unknown>][] = [
      ['another window', async () => await noor.page.evaluate(() => window.dispatchEvent(new Event('blur')))],
      ['another key', async () => await keyboard.down('Control')],
      [
        'a hidden page',
        async () =>
          await noor.page.evaluate(() => {
            Object.defineProperty(document, 'hidden', { configurable: true, value: true })
            document.dispatchEvent(new Event('visibilitychange'))
            Reflect.deleteProperty(document, 'hidden')
          }),
      ],
      [
        'a key-up that something on its way keeps',
        async () => {
          await noor.page.evaluate(() =>
            document.body.addEventListener('keyup', (event) => event.stopPropagation(), { once: true }),
          )
          await keyboard.up('Space')
        },
      ],
    ]
    for (const [, end] of ends) {
      await keyboard.down('Space')
      await hears(hana.page)
      await end()
      await hearsNothing(hana.page)
      await keyboard.up('Control')
      await keyboard.up('Space')
    }
    await hana.tile('Noor Rahimi', 'microphone off').waitFor()

    // With another key, in a composition, and where one types, it is for something else.
    for (const modifier of ['Control', 'Alt', 'Shift', 'Meta']) {
      await keyboard.down(modifier)
      await keyboard.down('Space')
      await keyboard.up(modifier)
      expect(await toolbar.getByRole('button', { name: 'Turn microphone on', exact: true }).count(), modifier).toBe(1)
      await keyboard.up('Space')
    }
    await noor.page.evaluate(() => {
      const composed = { code: 'Space', key: ' ', isComposing: true, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', composed))
    })
    await noor.page.getByLabel('Search participants').focus()
    await keyboard.down('Space')
    await hearsNothing(hana.page)
    await keyboard.up('Space')
    expect(await noor.page.getByLabel('Search participants').inputValue()).toBe(' ')
    await noor.types('Search participants', '')
    await noor.pressesTool('Lower hand')
  },
)

story('[KEYS-5] what a pointer pressed is not pressed again by the space bar', async ({ hana }) => {
  // What the room does with keys comes a moment after it.
  await hana.page.getByText('Skip to').first().waitFor({ state: 'attached' })
  await hana.pressesTool('Raise hand')
  await hana.button('Lower hand').waitFor()
  await hana.page.keyboard.press('Space')
  await hana.page.keyboard.press('Tab')
  await hana.page.keyboard.press('Shift+Tab')
  expect(await hana.button('Lower hand').count()).toBe(1)
  // The keyboard has come back to it: now it is meant.
  await hana.page.keyboard.press('Space')
  await hana.button('Raise hand').waitFor()
})

story(
  '[MUTE-7] a press is so at once, also on a slow line, and what the server refuses is off again',
  async ({ hana, noor, line }) => {
    const microphone = 'audio Fake Default Audio Input'
    const camera = 'video fake_device_0'
    await noor.pressesTool('Turn microphone on')
    await expect.poll(() => sent(noor)).toEqual([microphone, camera])
    const off = async () => {
      await noor.pressesTool('Turn microphone off')
      await noor.pressesTool('Turn camera off')
      await expect.poll(() => sent(noor)).toEqual([`(${microphone})`])
    }
    const on = async () => {
      await noor.pressesTool('Turn microphone on')
      await noor.pressesTool('Turn camera on')
      await expect.poll(() => sent(noor)).toEqual([microphone, camera])
    }
    line.holds()
    await off()
    await noor.tile('Noor Rahimi', 'microphone off, camera off').waitFor()
    await noor.reads('You are muted and your camera is off')
    await on()
    await noor.tile('Noor Rahimi', 'microphone (on|speaking), camera on').waitFor()
    await off()
    // Whatever the server tells of earlier presses, the last one counts.
    line.lets()
    await hana.tile('Noor Rahimi', 'microphone off, camera off').waitFor()
    await noor.tile('Noor Rahimi', 'microphone off, camera off').waitFor()
    await on()
    await hears(hana.page)
    await off()
    await hearsNothing(hana.page)

    // A lock that this page has not heard of yet: it is on here until the server says no, and heard by nobody.
    line.holds()
    await hana.choosesIn('On stage', 'Lock microphone', 'Noor Rahimi')
    await hana.choosesIn('On stage', 'Lock camera', 'Noor Rahimi')
    await hana.group('On stage').getByText('Microphone locked').waitFor()
    await noor.pressesTool('Turn microphone on')
    await noor.pressesTool('Turn camera on')
    await expect.poll(() => lights(noor)).toContain(camera)
    await hearsNothing(hana.page)
    line.lets()
    await noor.reads('The camera is locked. A moderator can unlock it.')
    await noor.page.getByRole('toolbar').getByRole('button', { name: 'Camera locked', exact: true }).waitFor()
    await expect.poll(() => sent(noor)).toEqual([])
    await expect.poll(async () => (await lights(noor)).includes(camera)).toBe(false)
    await noor.tile('Noor Rahimi', 'microphone off, camera off').waitFor()
    for (const act of ['Unlock microphone', 'Unlock camera']) await hana.choosesIn('On stage', act, 'Noor Rahimi')
  },
)

story('[MUTE-3] [MUTE-7] a moderator who mutes on a slow line has the last word', async ({ hana, noor, line }) => {
  line.holds()
  await noor.pressesTool('Turn microphone on')
  await hana.tile('Noor Rahimi', 'microphone (on|speaking)').waitFor()
  await hana.choosesIn('On stage', 'Mute', 'Noor Rahimi')
  await hearsNothing(hana.page)
  line.lets()
  await noor.reads('Hana Weber muted you.')
  await noor.tile('Noor Rahimi', 'microphone off').waitFor()
  await expect.poll(() => sent(noor)).toContain('(audio Fake Default Audio Input)')
  await hearsNothing(hana.page)
})
