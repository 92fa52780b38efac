import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { seesCamera, tellsDevicesApart } from '../support/distinct-devices.ts'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import { PHONE, stories } from '../support/story.ts'

const story = stories()

story(
  '[SEED-12] [SEED-13] [SEED-14] [PHONE-1] to [PHONE-3] a phone enters as a viewer, comes on stage, and moderates',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber', PHONE)
    const links = await hana.createsRoom('From a phone', 'Webinar')
    await hana.presses('Join now')
    await hana.heading('Set devices').waitFor()
    expect(await hana.button('Join stage').count()).toBe(0)
    await hana.joinsAsViewer()
    await hana.presses('Join stage')
    await hana.page.getByRole('dialog').locator('video').waitFor()
    for (const menu of ['Camera', 'Microphone', 'Speaker'])
      expect(await hana.page.getByRole('combobox', { name: menu }).count()).toBe(0)
    await hana.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
    await hana.button('Leave stage').waitFor()

    const noor = await scene.visitor('Noor Rahimi', PHONE)
    await noor.comesToWatch(links.viewer)
    await seesMoving(noor.page, 'Hana Weber')
    await hears(noor.page)

    await noor.presses('Chat')
    await hana.presses('Participants')
    await hana.types('Search participants', 'noor')
    await hana.presses('Make the panel taller')
    await hana.tile('Hana Weber').waitFor()
    // On its side, and back with a keyboard: what was typed is there, and the toolbar is out of the way.
    await hana.page.setViewportSize({ width: 844, height: 390 })
    await hana.page.setViewportSize({ width: 390, height: 470 })
    await hana.page.getByRole('toolbar', { name: 'Room controls' }).waitFor({ state: 'hidden' })
    await hana.page.setViewportSize({ width: 390, height: 844 })
    expect(await hana.page.getByLabel('Search participants').inputValue()).toBe('noor')
    await hana.panel().getByRole('button', { name: 'Options for Noor Rahimi' }).click()
    expect(await hana.page.getByRole('menuitem').last().textContent()).toBe('Remove from room')
    await hana.page.keyboard.press('Escape')
    await hana.chooses('Invite to stage', 'Noor Rahimi')
    await noor.acceptsInvitation()
    // The list lay over the toolbar, and gives it free.
    await noor.pressesTool('Turn microphone off')
    await hana.tile('Noor Rahimi', 'microphone off').waitFor()
    await hearsNothing(hana.page)
    await noor.panel().waitFor({ state: 'detached' })
    await hana.page.keyboard.press('Escape')
    await hana.panel().waitFor({ state: 'detached' })
    await seesMoving(hana.page, 'Noor Rahimi')
    expect(await hana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  },
)

story(
  '[SEED-14] [PHONE-4] a phone stays awake, films with its other camera, and is mirrored only on the side of the screen',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber', PHONE)
    await tellsDevicesApart(hana, true)
    await hana.page.addInitScript(() => {
      const awake: string[] = []
      Object.assign(window, { awake })
      const hold = navigator.wakeLock.request.bind(navigator.wakeLock)
      navigator.wakeLock.request = async (type) => {
        awake.push(type ?? 'screen')
        return await hold(type)
      }
    })
    const links = await hana.hostsRoom('The other side', 'Interactive')
    // Whoever watches or speaks does not touch the screen for long.
    await expect.poll(() => hana.page.evaluate(() => Reflect.get(window, 'awake'))).toEqual(['screen'])
    await hana.presses('Join stage')
    const sheet = hana.page.getByRole('dialog')
    await sheet.locator('video').waitFor()
    const mirrored = async () => await sheet.locator('video').evaluate((video) => getComputedStyle(video).scale)
    await expect.poll(mirrored).toBe('-1 1')
    await sheet.getByRole('button', { name: 'Join stage', exact: true }).click()
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await seesCamera(mei, 'Hana Weber', 'fake_device_1')
    await hana.stage().getByRole('button', { name: 'Flip camera' }).click()
    await seesCamera(mei, 'Hana Weber', 'fake_device_0')
    const tile = hana.tile('Hana Weber').locator('video')
    await expect.poll(async () => await tile.evaluate((video) => getComputedStyle(video).scale)).toBe('none')
    await hana.stage().getByRole('button', { name: 'Flip camera' }).click()
    await seesCamera(mei, 'Hana Weber', 'fake_device_1')
  },
)

story(
  '[PHONE-5] what is open, read or typed is still there when a window shrinks, turns or loses what had opened it',
  async (scene) => {
    const desk = { width: 1280, height: 800 }
    const upright = { width: 390, height: 844 }
    const lying = { width: 844, height: 390 }
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Every size', 'Interactive')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    await hana.presses('Join stage')
    await hana.page.getByRole('dialog').locator('video').waitFor()
    await hana.page.getByRole('dialog').getByRole('button', { name: 'Join stage', exact: true }).click()
    await hana.button('Leave stage').waitFor()

    await hana.types('Search participants', 'mei')
    await hana.chooses('Edit permissions', 'Mei Tanaka')
    const permissions = hana.page.getByRole('dialog', { name: 'Permissions of Mei Tanaka' })
    await permissions.waitFor()
    await hana.page.setViewportSize(upright)
    // Her row goes to another group meanwhile.
    await mei.presses('Raise hand')
    await hana.page.setViewportSize(lying)
    await mei.reads('You are 1st')
    expect(await permissions.count()).toBe(1)
    await permissions.getByRole('button', { name: 'Close' }).click()
    await hana.page.setViewportSize(upright)
    expect(await hana.page.getByLabel('Search participants').inputValue()).toBe('mei')
    await hana.group('Raised hands').getByRole('button', { name: 'Options for Mei Tanaka' }).click()
    await hana.page.getByRole('menuitem').last().waitFor()
    await hana.page.setViewportSize(desk)
    await hana.page.keyboard.press('Escape')
    await hana.page.getByRole('menuitem').first().waitFor({ state: 'detached' })

    await hana.choosesIn('Raised hands', 'Write privately', 'Mei Tanaka')
    const field = hana.panel().getByRole('textbox')
    await field.fill('Half a sentence')
    await hana.page.setViewportSize(upright)
    expect(await field.inputValue()).toBe('Half a sentence')
    // Off the stage the panel makes room, and comes back as it was.
    await hana.pressesTool('Leave stage')
    await hana.panel().waitFor({ state: 'detached' })
    await hana.pressesTool('Chat')
    await hana.panel().getByText('Mei Tanaka').first().waitFor()
    expect(await field.inputValue()).toBe('Half a sentence')

    await mei.page.setViewportSize(upright)
    await mei.pressesTool('More')
    await mei.page.getByRole('menuitem', { name: 'Give a reason' }).click()
    await mei.types('Reason', 'About page 4')
    await mei.page.setViewportSize(desk)
    expect(await mei.page.getByLabel('Reason', { exact: true }).inputValue()).toBe('About page 4')
    await mei.presses('Save')
    await hana.page.getByRole('tab', { name: /^Participants/ }).click()
    await hana.reads(/About page 4/)
  },
)

story(
  '[PHONE-8] a keyboard that lies over the page covers neither what is typed into nor its answers',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber', PHONE)
    // As iOS has it: the page stays as high as it was, and less of it is seen.
    await hana.page.addInitScript(() => {
      const seen = Object.assign(new EventTarget(), { width: 390, height: innerHeight, scale: 1, offsetTop: 0 })
      Object.defineProperty(window, 'visualViewport', { value: seen })
    })
    const keyboard = async (height: number, offsetTop: number) =>
      await hana.page.evaluate(
        (now) => {
          if (visualViewport) Object.assign(visualViewport, now).dispatchEvent(new Event('resize'))
        },
        { height, offsetTop },
      )
    await hana.createsRoom('Under a keyboard', 'Interactive')
    const isSeen = async (what: Locator, [top, bottom]: [number, number]) =>
      await expect
        .poll(async () => {
          const box = await what.boundingBox()
          return box !== null && box.y >= top && box.y + box.height <= bottom
        })
        .toBe(true)
    await hana.presses('Join now')
    await hana.heading('Set devices').waitFor()
    // At the door, and in the room.
    for (const opens of [async () => {}, async () => await hana.presses('Settings')]) {
      await opens()
      await hana.presses('Change name')
      const dialog = hana.page.getByRole('dialog', { name: 'Change name' })
      const field = dialog.getByLabel('Your name', { exact: true })
      await field.focus()
      await keyboard(430, 60)
      await isSeen(field, [60, 490])
      await isSeen(dialog.getByRole('button', { name: 'Change name' }), [60, 490])
      await keyboard(844, 0)
      await hana.page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      if (await hana.button('Join as viewer').isVisible()) await hana.joinsAsViewer()
    }
    await hana.page.keyboard.press('Escape')
    await hana.presses('Participants')
    await hana.page.getByRole('tab', { name: /^Chat/ }).click()
    const composer = hana.page.getByLabel('Write to everyone', { exact: true })
    await composer.focus()
    await keyboard(430, 0)
    await isSeen(composer, [0, 430])
  },
)
