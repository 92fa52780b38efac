import { expect } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { hearsAloud } from '../support/media-checks.ts'
import { companyStories, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Notices', 'Webinar')
  const [noor, mei] = [await visitor('Noor Rahimi'), await visitor('Mei Tanaka')]
  for (const who of [noor, mei]) await who.comesToWatch(links.viewer)
  return { hana, noor, mei }
})
// The headless shell shows no notifications.
const wholeBrowserStory = stories({ browser: openBrowser })

const notices = (who: Visitor) => who.page.getByRole('region', { name: 'Notices' })
const bell = (who: Visitor) => who.page.getByRole('button', { name: /^Notices/ })

story(
  'several questions are one notice, it is answered by keyboard, the focus goes on, and the bell keeps all',
  async ({ hana, noor, mei }) => {
    await hana.setsAccess('Join by request')
    for (const [who, place] of [
      [noor, 'You are next'],
      [mei, 'You are 2nd'],
    ] as const) {
      await who.presses('Ask to join stage')
      await hearsAloud(who, place)
    }
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
    // NoticeBody leaves by itself; the bell has it, and says in words that it was not seen.
    await notices(mei).getByRole('group').waitFor({ state: 'detached' })
    await mei.page.getByRole('button', { name: 'Notices, 1 unread' }).click()
    const kept = mei.page.getByRole('dialog', { name: 'Notices' })
    await kept.getByText('Hana Weber declined your request.').waitFor()
    await mei.page.keyboard.press('Escape')
    await mei.page.getByRole('button', { name: 'Notices', exact: true }).waitFor()
    await hana.setsAccess('Invite only')
  },
)

story(
  '[NOTICE-1] a toast lies beside what is open and never on it, and its press closes nothing',
  async ({ hana, noor }) => {
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
    await noor.presses('Lower hand')
  },
)

story('a lost connection is told in words, what is typed is kept, and being back is true', async ({ hana, noor }) => {
  await noor.page.setViewportSize({ width: 390, height: 844 })
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

/** Counts the notes that a page plays, and keeps the notifications that it shows. */
async function notesCalls({ page, context }: Visitor): Promise<void> {
  await context.grantPermissions(['notifications'])
  await page.addInitScript(() => {
    const calls = { notes: 0, shown: [] as { says: string; notification: Notification; isOpen: boolean }[] }
    Object.assign(window, { calls })
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its own
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function count(when) {
      calls.notes += 1
      start.call(this, when)
    }
    const Real = Notification
    window.Notification = class extends Real {
      constructor(says: string, options?: NotificationOptions) {
        super(says, options)
        const shown = { says, notification: this as Notification, isOpen: true }
        this.addEventListener('close', () => (shown.isOpen = false))
        calls.shown.push(shown)
      }
      override close() {
        super.close()
        for (const each of calls.shown) if (each.notification === this) each.isOpen = false
      }
    }
    // A window that nobody looks at.
    document.hasFocus = () => !Reflect.get(window, 'isElsewhere')
  })
}

const notes = async ({ page }: Visitor) => await page.evaluate(() => Reflect.get(window, 'calls').notes as number)
const shown = async ({ page }: Visitor) =>
  await page.evaluate(() =>
    (Reflect.get(window, 'calls').shown as { says: string; isOpen: boolean }[]).flatMap(({ says, isOpen }) =>
      isOpen ? [says] : [],
    ),
  )

wholeBrowserStory(
  '[ALERT-1] [ALERT-2] [ALERT-3] who looks elsewhere is called back by the tab, a sound and a notification, each switchable',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    await notesCalls(hana)
    const links = await hana.hostsRoom('Called back', 'Webinar')
    await expect.poll(() => hana.page.title()).toBe('Called back')
    const noor = await visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)
    await hana.page.bringToFront()

    await noor.presses('Raise hand')
    await expect.poll(() => hana.page.title()).toBe('1 hand · Called back')
    // Two notes are one sound.
    await expect.poll(() => notes(hana)).toBe(2)
    expect(await shown(hana)).toEqual([])
    await noor.presses('Lower hand')
    await expect.poll(() => hana.page.title()).toBe('Called back')

    await hana.presses('Settings')
    await hana.page.getByRole('switch', { name: 'Notification: a raised hand' }).check({ force: true })
    await hana.page.getByRole('switch', { name: 'Sound: a raised hand' }).uncheck({ force: true })
    await hana.page.keyboard.press('Escape')
    await hana.page.getByRole('tab', { name: /^Chat/ }).click()
    await hana.page.evaluate(() => Object.assign(window, { isElsewhere: true }))
    await noor.presses('Raise hand')
    await expect.poll(() => shown(hana)).toEqual(['Noor Rahimi raised a hand'])
    expect(await notes(hana)).toBe(2)
    await hana.page.evaluate(() => {
      const [call] = Reflect.get(window, 'calls').shown.slice(-1)
      call.notification.dispatchEvent(new Event('click'))
    })
    await hana.group('Raised hands').getByText('Noor Rahimi').waitFor()
    expect(await shown(hana)).toEqual([])

    await hana.choosesIn('Raised hands', 'Invite to stage', 'Noor Rahimi')
    await expect.poll(() => noor.page.title()).toBe('You are invited · Called back')
    await noor.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
    await expect.poll(() => noor.page.title()).toBe('Called back')
    // Of an open conversation as well, as long as nobody looks at it.
    await hana.presses('Settings')
    await hana.page.getByRole('switch', { name: 'Notification: a private message' }).check({ force: true })
    await hana.page.keyboard.press('Escape')
    await hana.choosesIn('Viewers', 'Write privately', 'Noor Rahimi')
    await hana.page.getByLabel('Write to Noor Rahimi', { exact: true }).waitFor()
    await noor.page.getByRole('tab', { name: /^Participants/ }).click()
    await noor.choosesIn('Viewers', 'Write privately', 'Hana Weber')
    await noor.types('Write to Hana Weber', 'Are you there?')
    await noor.page.keyboard.press('Enter')
    await expect.poll(() => shown(hana)).toEqual(['Noor Rahimi wrote to you privately'])
    await noor.presses('Lower hand')
    await expect.poll(() => hana.page.title()).toBe('Called back')
    expect(await shown(hana)).toContain('Noor Rahimi wrote to you privately')
    await hana.page.evaluate(() => Object.assign(window, { isElsewhere: false }) && dispatchEvent(new Event('focus')))
    await expect.poll(() => shown(hana)).toEqual([])
    await noor.presses('Leave')
    await noor.page.getByRole('menuitem', { name: 'Leave session' }).or(noor.button('Leave session')).click()
    await noor.button('Rejoin the session').waitFor()
    expect(await noor.page.title()).toBe('Called back')
  },
)
