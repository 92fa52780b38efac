import { expect } from 'vitest'
import { hearsAloud } from './senses.ts'
import { stories } from './story.ts'
import type { Visitor } from './visitor.ts'

const story = stories()

const notices = (who: Visitor) => who.page.getByRole('region', { name: 'Notices' })
const bell = (who: Visitor) => who.page.getByRole('button', { name: /^Notices/ })

story(
  'several questions are one notice, it is answered by keyboard, the focus goes on, and the bell keeps all',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Notices', 'Webinar')
    await hana.setsAccess('Join by request')
    const crowd: Visitor[] = []
    for (const [name, place] of [
      ['Noor Rahimi', 'You are next'],
      ['Mei Tanaka', 'You are 2nd'],
    ] as const) {
      const one = await scene.visitor(name)
      await one.comesToWatch(links.viewer)
      await one.presses('Ask to join stage')
      await hearsAloud(one, place)
      crowd.push(one)
    }
    const [noor, mei] = crowd as [Visitor, Visitor]
    await notices(hana).getByText('Noor Rahimi and Mei Tanaka ask to join the stage').waitFor()
    expect(await notices(hana).getByRole('group').count()).toBe(1)

    await notices(hana).getByRole('button', { name: 'See all' }).click()
    const all = hana.page.getByRole('dialog', { name: '2 people ask to join the stage' })
    await all.getByRole('button', { name: 'Decline' }).last().click()
    await mei.reads('Hana Weber declined your request. You can ask again in half a minute.')
    await hana.page.keyboard.press('Escape')
    const one = notices(hana).getByRole('group', { name: 'Noor Rahimi asks to join the stage' })
    await one.getByRole('button', { name: 'Bring to stage' }).focus()
    await hana.page.keyboard.press('Enter')
    await one.waitFor({ state: 'detached' })
    await expect.poll(() => bell(hana).evaluate((button) => button === document.activeElement)).toBe(true)

    await noor.acceptsInvitation()
    await hearsAloud(mei, 'Noor Rahimi is on stage')
    await noor.presses('Leave stage')
    await hearsAloud(mei, 'Noor Rahimi left the stage')
    // News leaves by itself; the bell has it, and says in words that it was not seen.
    await notices(mei).getByRole('group').waitFor({ state: 'detached' })
    await mei.page.getByRole('button', { name: 'Notices, 1 unread' }).click()
    const kept = mei.page.getByRole('dialog', { name: 'Notices' })
    await kept.getByText('Hana Weber declined your request.').waitFor()
    await mei.page.keyboard.press('Escape')
    await mei.page.getByRole('button', { name: 'Notices', exact: true }).waitFor()
  },
)

story('[NOTICE-1] a toast lies beside what is open and never on it, and its press closes nothing', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('In the way', 'Webinar')
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  await hana.presses('Settings')
  const settings = hana.page.getByRole('dialog', { name: 'Settings' })
  await settings.waitFor()
  await noor.presses('Raise hand')
  const toast = notices(hana).getByRole('group', { name: 'Noor Rahimi raised a hand' })
  // What scrolls in its frame reaches further than what is seen: the frame is looked at.
  for (const [width, height] of [
    [390, 844],
    [844, 390],
    [640, 640],
    [1280, 800],
  ] as const) {
    await hana.page.setViewportSize({ width, height })
    await expect.poll(() => hana.page.evaluate(() => innerWidth)).toBe(width)
    const [over, under] = [await toast.boundingBox(), await settings.locator('..').boundingBox()]
    if (!over || !under) throw new Error('One of them is not there')
    const isApart =
      over.x + over.width <= under.x ||
      under.x + under.width <= over.x ||
      over.y + over.height <= under.y ||
      under.y + under.height <= over.y
    expect(isApart, JSON.stringify({ over, under, width, height })).toBe(true)
    expect(over.x >= 0 && over.y >= 0 && over.x + over.width <= width && over.y + 24 <= height).toBe(true)
  }
  await toast.getByRole('button', { name: 'Dismiss' }).click()
  await toast.waitFor({ state: 'detached' })
  expect(await settings.count()).toBe(1)
})

story('a lost connection is told in words, what is typed is kept, and being back is true', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Lost', 'Webinar')
  const noor = await scene.visitor('Noor Rahimi', { viewport: { width: 390, height: 844 } })
  await noor.comesToWatch(links.viewer)
  await noor.presses('Raise hand')
  await noor.pressesTool('Give a reason')
  await noor.types('Reason', 'The roof leaks')
  await noor.context.setOffline(true)
  await noor.reads('Reconnecting… your microphone stays off')
  await noor.presses('Save')
  await noor.reads('You are reconnecting, so this was not done. Press again when you are back.')
  await hana.choosesIn('Raised hands', 'Lower hand', 'Noor Rahimi')
  expect(await noor.page.getByLabel('Reason', { exact: true }).inputValue()).toBe('The roof leaks')
  await noor.context.setOffline(false)
  await noor.reads('You are back')
  await noor.reads('You are watching')
  expect(await noor.page.getByText('this was not done').count()).toBe(0)
})
