import type { BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
const YEAR = new Date().getFullYear() + 1

const two = (n: number) => String(n).padStart(2, '0')
/** The n-th Monday of next March, and days after it, as a date. */
const monday = (n: number, later = 0): string => {
  const first = (8 - new Date(Date.UTC(YEAR, 2, 1)).getUTCDay()) % 7
  return `${YEAR}-03-${two(1 + first + 7 * n + later)}`
}
/** The Sunday on which clocks in Berlin are put forward, and the one on which they are put back: the last of its month. */
const lastSunday = (month: number) =>
  `${YEAR}-${two(month)}-${31 - new Date(Date.UTC(YEAR, month - 1, 31)).getUTCDay()}`
const dayWords = (date: string) =>
  new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(date))

const dates = ({ page }: Visitor) => page.getByRole('region', { name: 'Dates', exact: true })
const row = (who: Visitor, date: string) =>
  dates(who)
    .getByRole('listitem')
    .filter({ hasText: `${dayWords(date)}, ${YEAR}` })

async function picks(who: Visitor, date: string, act: string): Promise<void> {
  await row(who, date)
    .getByRole('button', { name: /^Options for/ })
    .click()
  await who.page.getByRole('menuitem', { name: act, exact: true }).click()
}

/** Opens the form of a room, held from a day on at these times in Berlin. */
async function setsTimes(who: Visitor, day: string, start: string, end: string): Promise<void> {
  await who.presses('Edit room')
  await who.heading('Edit room').waitFor()
  await who.page.getByRole('radio', { name: 'Start and end' }).check({ force: true })
  await who.page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await who.types('Day', day)
  await who.types('Start', start)
  await who.types('End', end)
}

async function saves(who: Visitor): Promise<void> {
  await who.presses('Save')
  await who.reads('Saved.')
}

for (const [where, options] of [
  ['at a desk', DESK],
  ['on a phone', PHONE],
] as const) {
  story(
    `[SCHEDULE-11] [SCHEDULE-12] [SCHEDULE-15] ${where}, one date is moved, one cancelled, and all from one on`,
    async ({ visitor }) => {
      const hana = await visitor('Hana Weber', options)
      await hana.createsRoom('Reading circle', 'Interactive')
      const session = hana.page.url()
      await setsTimes(hana, monday(0), '15:00', '16:00')
      await hana.page.getByText('Repeat every week', { exact: true }).click()
      await row(hana, monday(1)).waitFor()
      await expect.poll(async () => await dates(hana).getByRole('listitem').count()).toBe(10)
      await hana.presses('Show more')
      await expect.poll(async () => await dates(hana).getByRole('listitem').count()).toBe(20)

      await picks(hana, monday(0), 'Move this date')
      const dialog = hana.page.getByRole('dialog', { name: 'Move this date' })
      await dialog.getByLabel('Day').fill(monday(1))
      await dialog.getByText('Another session of the series is held at that time.').waitFor()
      await dialog.getByLabel('Day').fill(monday(0, 1))
      await dialog.getByText(/becomes Tue, .*3:00.*4:00/).waitFor()
      await isAccessible(hana, 'moving a date')
      await dialog.getByRole('button', { name: 'Take over' }).click()
      await row(hana, monday(0, 1))
        .getByText(/^moved from Mon/)
        .waitFor()

      await picks(hana, monday(1), 'Cancel this date')
      await row(hana, monday(1)).getByText('cancelled', { exact: true }).waitFor()
      await picks(hana, monday(2), 'Cancel this date')
      await row(hana, monday(2)).getByRole('button', { name: 'Bring back' }).click()
      await expect.poll(async () => await row(hana, monday(2)).getByText('cancelled').count()).toBe(0)

      await picks(hana, monday(2), 'Move this and all following')
      const following = hana.page.getByRole('dialog', { name: 'Move this and all following' })
      await following.getByLabel('From').fill(monday(2, 2))
      await following.getByLabel('End', { exact: true }).fill('17:00')
      await following.getByText(/^From Wed, .* on: Wed, 3:00.*5:00/).waitFor()
      await following.getByRole('button', { name: 'Take over' }).click()
      await row(hana, monday(2, 2)).getByText('changed from here on').waitFor()
      await isAccessible(hana, 'dates')
      await hana.reads('Not saved yet')
      expect(await hana.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await saves(hana)

      await hana.page.goto(session)
      await hana.reads(/^Moved from Monday/)
      await hana.presses('Edit room')
      await row(hana, monday(0, 1)).getByRole('button', { name: 'Put back' }).click()
      await row(hana, monday(0)).waitFor()
      await row(hana, monday(2, 2)).getByRole('button', { name: 'Go on as before' }).click()
      await row(hana, monday(2)).waitFor()
      await saves(hana)
      await hana.page.goto(session)
      await hana.page.getByRole('timer').waitFor()
      expect(await hana.page.getByText(/^Moved from/).count()).toBe(0)
    },
  )

  story(
    `[SCHEDULE-13] ${where}, an end after midnight and a start that the clocks leave out are said`,
    async ({ visitor }) => {
      const hana = await visitor('Hana Weber', options)
      await hana.createsRoom('Night watch', 'Interactive')
      await setsTimes(hana, lastSunday(3), '02:30', '01:00')
      await hana.reads('Ends the next day.')
      await hana.reads(/^2:30.AM does not exist on Sun, .* it begins at 3:30.AM\.$/)
      await isAccessible(hana, 'night')
      await hana.types('Day', lastSunday(10))
      await hana.reads(/^2:30.AM comes twice on Sun, /)
      await hana.types('Start', '22:00')
      await hana.types('End', '01:30')
      await saves(hana)
      await hana.page.reload()
      await hana.reads('Ends the next day.')
      expect(await hana.page.getByLabel('End', { exact: true }).inputValue()).toBe('01:30')
    },
  )
}

story('[SCHEDULE-11] by keys alone, a date is moved and put back', async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  await hana.createsRoom('Reading circle', 'Interactive')
  await setsTimes(hana, monday(0), '15:00', '16:00')
  await hana.page.getByText('Repeat every week', { exact: true }).click()
  const { keyboard } = hana.page
  await row(hana, monday(0))
    .getByRole('button', { name: /^Options for/ })
    .focus()
  await keyboard.press('ArrowDown')
  await hana.page.locator('[role=menuitem]:focus').filter({ hasText: 'Move this date' }).waitFor()
  await keyboard.press('Enter')
  const dialog = hana.page.getByRole('dialog', { name: 'Move this date' })
  await dialog.getByLabel('Start').focus()
  await dialog.getByLabel('Start').fill('10:00')
  await dialog.getByText(/becomes Mon, .*10:00/).waitFor()
  await dialog.getByRole('button', { name: 'Take over' }).focus()
  await keyboard.press('Enter')
  const back = row(hana, monday(0)).getByRole('button', { name: 'Put back' })
  await back.focus()
  await keyboard.press('Enter')
  await expect.poll(async () => await back.count()).toBe(0)
  // What had the focus is gone; it goes to what stands beside it, and not to the top of the page.
  expect(await hana.page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label'))).toBe(
    'Dates',
  )
})

story(
  '[ROOM-7] of two who move dates at the same time, the second sees what is there, and both stay',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    await hana.createsRoom('Reading circle', 'Interactive')
    await setsTimes(hana, monday(0), '15:00', '16:00')
    await hana.page.getByText('Repeat every week', { exact: true }).click()
    await row(hana, monday(1)).waitFor()
    await saves(hana)
    const page = await hana.context.newPage()
    await page.goto(hana.page.url())
    const list = page.getByRole('region', { name: 'Dates', exact: true })
    await list
      .getByRole('button', { name: /^Options for/ })
      .nth(1)
      .click()
    await page.getByRole('menuitem', { name: 'Cancel this date' }).click()
    await list.getByText('cancelled', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()

    await picks(hana, monday(0), 'Cancel this date')
    await row(hana, monday(0)).getByText('cancelled', { exact: true }).waitFor()
    await hana.presses('Save')
    await hana.heading('Somebody else changed this room meanwhile').waitFor()
    await hana.reads('Taken over from the other: Schedule')
    await row(hana, monday(1)).getByText('cancelled', { exact: true }).waitFor()
    await row(hana, monday(0)).getByText('cancelled', { exact: true }).waitFor()
    await saves(hana)
  },
)

story(
  '[SCHEDULE-14] what is cancelled and no date of a changed series any more is named before it goes',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber', PHONE)
    await hana.createsRoom('Reading circle', 'Interactive')
    await setsTimes(hana, monday(0), '15:00', '16:00')
    await hana.page.getByText('Repeat every week', { exact: true }).click()
    await picks(hana, monday(1), 'Cancel this date')
    await row(hana, monday(1)).getByText('cancelled', { exact: true }).waitFor()
    await hana.page.getByRole('checkbox', { name: 'Tue' }).check()
    await row(hana, monday(1, 1)).waitFor()
    expect(await row(hana, monday(1)).getByText('cancelled', { exact: true }).count()).toBe(1)
    await hana.page.getByRole('checkbox', { name: 'Mon' }).uncheck()
    await hana.reads(/^No date of the series any more: Mon, .* is cancelled$/)
    await isAccessible(hana, 'lost')
    await hana.presses('Save')
    await hana.reads('The series has no session on that day.')
    await hana.presses('Leave them out')
    await expect.poll(async () => await hana.page.getByText(/^No date of the series/).count()).toBe(0)
    await saves(hana)
  },
)
