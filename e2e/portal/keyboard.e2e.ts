import { expect } from 'vitest'
import { focused, goes } from '../accessibility/focused.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

/** Goes to something by Tab, and presses a key there. */
async function presses({ page }: Visitor, name: string, key = 'Enter'): Promise<void> {
  await goes(page, name)
  await page.keyboard.press(key)
}

async function types({ page }: Visitor, name: string, text: string): Promise<void> {
  await goes(page, name)
  await page.keyboard.type(text)
}

story(
  '[KEYS-3] [KEYS-4] an account, a room, who is invited to it, and what becomes of it, all by keyboard',
  async ({ visitor, url }) => {
    const hana = await visitor('Hana Weber')
    const { page } = hana
    const isOn = async (name: string) => await expect.poll(async () => await focused(page)).toBe(name)
    await page.goto(url)
    await presses(hana, 'Sign in')
    await hana.heading('Sign in').waitFor()
    await presses(hana, 'Create account')
    await hana.heading('Create account').waitFor()
    await types(hana, 'Your name', 'Hana Weber')
    await types(hana, 'Email', 'keys@example.org')
    await types(hana, 'Password', 'correct horse battery')
    await page.keyboard.press('Enter')
    await presses(hana, 'My sessions')
    await presses(hana, 'Create room')
    await hana.heading('Create room').waitFor()
    await types(hana, 'Name', 'Physics 101')
    await presses(hana, 'Waiting room', 'Space')
    expect(await page.getByRole('switch', { name: 'Waiting room' }).isChecked()).toBe(true)
    await goes(page, 'Always')
    await page.keyboard.press('ArrowRight')
    await page.getByLabel('Time zone', { exact: true }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await presses(hana, 'Create room')
    await hana.heading('Physics 101').waitFor()

    // A sheet takes the focus, keeps it, and gives it back to what opened it.
    await presses(hana, 'Invite by email or personal link')
    const sheet = page.getByRole('dialog', { name: 'Invite people' })
    await sheet.waitFor()
    await isOn('Invite people')
    await goes(page, 'One person')
    await page.keyboard.press('ArrowRight')
    await types(hana, 'Email addresses', 'noor@example.org,Noor,Rahimi')
    await presses(hana, 'Generate invite links')
    await sheet.getByText('noor@example.org').first().waitFor()
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
    }
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await isOn('Invite by email or personal link')

    // A menu is gone through by arrows, and by the first letter.
    await presses(hana, 'My sessions')
    await presses(hana, 'Options for Physics 101', 'ArrowDown')
    const menu = page.getByRole('menu', { name: 'Options for Physics 101' })
    await menu.waitFor()
    const items = await menu.getByRole('menuitem').allInnerTexts()
    await isOn(items[0] ?? '')
    await page.keyboard.press('ArrowUp')
    await isOn(items.at(-1) ?? '')
    await page.keyboard.press('Home')
    await isOn(items[0] ?? '')
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await isOn('Options for Physics 101')
    await page.keyboard.press('Enter')
    await menu.waitFor()
    await goes(page, 'Delete room', 'ArrowDown')
    await page.keyboard.press('Enter')
    await isOn('Delete Physics 101?')
    await presses(hana, 'Delete room')
    await hana.reads('Physics 101 is deleted.')
    await presses(hana, 'Undo')
    await page.getByRole('button', { name: 'Options for Physics 101' }).waitFor()

    await presses(hana, 'Account of Hana Weber')
    await goes(page, 'Sign out', 'ArrowDown')
    await page.keyboard.press('Enter')
    await hana.button('Sign in').waitFor()
  },
)
