import { expect } from 'vitest'
import { firefoxStories } from './firefox-story.ts'

const story = firefoxStories(async ({ url, withFirefox }) => {
  const hana = await withFirefox('Hana Weber')
  await hana.page.goto(url)
  return { hana }
})

story(
  'in Firefox somebody makes an account and a room, invites to it, and deletes it for a moment',
  async ({ hana }) => {
    const types = async (name: string, text: string) => {
      const field = await hana.finds(['textbox', name])
      await field.asLocator().fill(text)
    }
    await hana.presses('Sign in')
    await hana.finds(['heading', 'Sign in'])
    const other = await hana.finds(['link', 'Create account'])
    await other.asLocator().click()
    await hana.finds(['heading', 'Create account'])
    await types('Your name', 'Hana Weber')
    await types('Email', 'fox@example.org')
    const password = await hana.page.waitForSelector('input[type=password]')
    await password?.asLocator().fill('correct horse battery')
    await hana.presses('Create account')
    await hana.finds(['button', 'Account of Hana Weber'])
    const sessions = await hana.finds(['link', 'My sessions'])
    await sessions.asLocator().click()
    await hana.presses('Create room')
    await types('Name', 'Harbour walk')
    const waits = await hana.finds(['switch', 'Waiting room'])
    await waits.press(' ')
    expect(await waits.evaluate((input) => input.matches(':checked'))).toBe(true)
    await hana.presses('Create room')
    await hana.finds(['heading', 'Harbour walk'])

    await hana.presses('Invite by email or personal link')
    const choice = await hana.finds(['dialog', 'Invite people'], ['radio', 'A list'])
    await choice.press(' ')
    await types('Email addresses', 'noor@example.org,Noor,Rahimi')
    await hana.presses('Generate invite links')
    await hana.finds(['dialog', 'Invite people'], ['heading', 'Invitations'])
    await hana.page.keyboard.press('Escape')

    const back = await hana.finds(['link', 'My sessions'])
    await back.asLocator().click()
    await hana.presses('Options for Harbour walk')
    const remove = await hana.finds(['menuitem', 'Delete room'])
    await remove.asLocator().click()
    const sure = await hana.finds(['alertdialog', 'Delete Harbour walk?'], ['button', 'Delete room'])
    await sure.asLocator().click()
    await hana.presses('Undo')
    await hana.finds(['button', 'Options for Harbour walk'])
  },
)
