import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, stories } from '../support/story.ts'

const story = stories()

story(
  '[REMIND-2] [REMIND-4] [CALENDAR-8] somebody chooses reminders, ends them by a press, and subscribes to the own sessions',
  async ({ visitor, url }) => {
    const mei = await visitor('Mei Tanaka', PHONE)
    await mei.page.goto(`${url}/sign-up`)
    await mei.types('Your name', 'Mei Tanaka')
    await mei.types('Email', 'mei.reminded@example.org')
    await mei.types('Password', 'correct horse battery')
    await mei.presses('Create account')
    await mei.button('Account of Mei Tanaka').waitFor()

    await mei.page.goto(`${url}/account`)
    await mei.heading('Reminders').waitFor()
    const day = mei.page.getByRole('switch', { name: 'A day before' })
    const hour = mei.page.getByRole('switch', { name: 'An hour before' })
    expect([await day.isChecked(), await hour.isChecked()]).toEqual([false, true])
    await day.focus()
    await mei.page.keyboard.press('Space')
    await expect.poll(async () => await day.isChecked()).toBe(true)
    const kept = async () => {
      const { account } = (await (await mei.context.request.get(`${url}/api/account`)).json()) as {
        account: { reminders: unknown }
      }
      return account.reminders
    }
    await expect.poll(kept).toEqual({ day: true, hour: true })
    await isAccessible(mei)

    await mei.page.goto(`${url}/stop/${'x'.repeat(44)}`)
    await mei.heading('No more reminders?').waitFor()
    await isAccessible(mei)
    await mei.presses('End reminders')
    await mei.reads('This link was used already, or is too old. Ask for a new one.')

    await mei.page.goto(`${url}/sessions`)
    await mei.page.getByText('Subscribe', { exact: true }).click()
    const field = mei.page.getByLabel('Address of your calendar')
    await expect.poll(async () => await field.inputValue()).toMatch(/\/api\/calendar\/[\w-]{44}\.ics$/)
    const before = await field.inputValue()
    await isAccessible(mei)
    await mei.presses('Make a new address')
    await mei.reads('The address is new. The one of before shows nothing any more.')
    const after = await field.inputValue()
    expect(after).not.toBe(before)
    const statusOf = async (address: string) =>
      (await mei.context.request.get(`${url}${new URL(address).pathname}`)).status()
    expect([await statusOf(before), await statusOf(after)]).toEqual([404, 200])
  },
)
