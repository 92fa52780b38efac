import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverCompanyStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverCompanyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Harbour: plans', 'Webinar')
  const mei = await visitor('Mei Tanaka')
  await mei.comesToWatch(links.moderator)
  const noor = await visitor('Noor Rahimi', PHONE)
  await noor.comesToWatch(links.viewer)
  return { hana, mei, noor, links }
})

const field = ({ page }: Visitor) => page.getByRole('textbox', { name: 'Notes for everybody in the room' })

/** Opens the notes in the panel. */
async function opensNotes(who: Visitor) {
  const tab = who.page.getByRole('tab', { name: 'Notes', exact: true })
  const isPhone = (who.page.viewportSize()?.width ?? 0) < 1024
  if (isPhone && !(await tab.isVisible())) await who.pressesTool('Chat')
  await tab.click()
  await field(who).waitFor()
}

/** The lines of the notes as somebody sees them, without the carets of others. */
async function linesOf(who: Visitor): Promise<string[]> {
  return await field(who).evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => {
      const copy = line.cloneNode(true)
      if (copy instanceof Element)
        for (const caret of copy.querySelectorAll('.notes-caret, .cm-placeholder')) caret.remove()
      return copy.textContent ?? ''
    }),
  )
}

const sees = async (who: Visitor, ...lines: string[]) =>
  await expect.poll(async () => await linesOf(who)).toEqual(lines)

/** Puts words in at once, as a person does who pastes or dictates. */
async function puts(who: Visitor, words: string) {
  await field(who).focus()
  await who.page.keyboard.insertText(words)
}

/** Pastes a text. */
async function pastes(who: Visitor, text: string) {
  await field(who).focus()
  await field(who).evaluate((content, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** The text that somebody is given as a file. */
async function downloaded(who: Visitor): Promise<string> {
  const coming = who.page.waitForEvent('download')
  await who.presses('Download')
  return await readFile(await (await coming).path(), 'utf8')
}

/** Empties the notes, for the next story. */
async function empties(who: Visitor) {
  await field(who).press('Control+a')
  await field(who).press('Delete')
  await sees(who, '')
}

story(
  '[NOTES-1] [NOTES-2] [NOTES-3] two write at once, and a viewer on a phone reads it live',
  async ({ hana, mei, noor }) => {
    for (const who of [hana, mei, noor]) await opensNotes(who)
    await field(hana).pressSequentially('# Agenda\n')
    await sees(mei, '# Agenda', '')
    await field(mei).press('Control+End')
    await Promise.all([
      field(hana)
        .press('Control+Home')
        .then(async () => await field(hana).pressSequentially('Plans ')),
      field(mei).pressSequentially('- the tower\n- the pier'),
    ])
    for (const who of [hana, mei, noor]) await sees(who, 'Plans # Agenda', '- the tower', '- the pier')
    await hana.page.locator('.notes-caret', { hasText: 'Mei Tanaka' }).waitFor()
    expect(await hana.page.locator('.notes-caret', { hasText: 'Hana Weber' }).count()).toBe(0)

    expect(await field(noor).getAttribute('aria-readonly')).toBe('true')
    expect(await noor.button('Bold').count()).toBe(0)
    await noor.reads('You can read the notes.')
    await field(noor).press('x')
    await isAccessible(noor)
    await isAccessible(hana)
    await noor.page.screenshot({ path: 'test-results/notes-phone.png' })
    await hana.page.screenshot({ path: 'test-results/notes.png' })
    await empties(hana)
  },
)

story(
  '[NOTES-8] [NOTES-9] undo takes back what is one’s own; buttons write Markdown; it is downloaded',
  async ({ hana, mei }) => {
    for (const who of [hana, mei]) await opensNotes(who)
    await puts(hana, 'Mine')
    await sees(mei, 'Mine')
    await field(mei).press('Control+End')
    await puts(mei, ' and yours')
    await sees(hana, 'Mine and yours')
    await hana.presses('Undo')
    await sees(hana, ' and yours')
    await sees(mei, ' and yours')
    await hana.presses('Redo')
    await sees(mei, 'Mine and yours')
    await field(mei).press('Control+a')
    await mei.presses('Bold')
    await mei.presses('List')
    await sees(hana, '- **Mine and yours**')
    const coming = hana.page.waitForEvent('download')
    await hana.presses('Download')
    const file = await coming
    expect(file.suggestedFilename()).toBe('Harbour plans.md')
    expect(await readFile(await file.path(), 'utf8')).toBe('- **Mine and yours**')
    await empties(hana)
  },
)

story(
  '[NOTES-6] what was written offline goes up afterwards; by who may not any more it is gone, and they are told',
  async ({ hana, mei, noor }) => {
    for (const who of [hana, mei, noor]) await opensNotes(who)
    const permits = async (on: boolean) => {
      await hana.page.getByRole('tab', { name: 'Participants' }).click()
      await hana.chooses('Edit permissions', 'Noor Rahimi')
      const dialog = hana.page.getByRole('dialog', { name: 'Permissions of Noor Rahimi' })
      await dialog.getByText('Write notes', { exact: true }).click()
      await expect.poll(async () => await dialog.getByRole('switch', { name: 'Write notes' }).isChecked()).toBe(on)
      await dialog.getByRole('button', { name: 'Close' }).click()
      await opensNotes(hana)
    }
    await permits(true)
    await noor.button('Bold').waitFor()
    await field(noor).pressSequentially('Online')
    await sees(mei, 'Online')
    await noor.context.setOffline(true)
    await noor.reads(/The connection is lost/)
    await field(noor).pressSequentially(', offline')
    await field(mei).press('Control+Home')
    await field(mei).pressSequentially('Both: ')
    await noor.context.setOffline(false)
    for (const who of [hana, mei, noor]) await sees(who, 'Both: Online, offline')

    await noor.context.setOffline(true)
    await noor.reads(/The connection is lost/)
    await field(noor).pressSequentially(', gone')
    await permits(false)
    await noor.context.setOffline(false)
    await noor.reads(/What you wrote last was taken back/)
    for (const who of [hana, mei, noor]) await sees(who, 'Both: Online, offline')
    await noor.presses('Got it')
    await empties(hana)
  },
)

story('[NOTES-4] a server that is killed and started again has all that was shown', async ({ hana, mei, server }) => {
  for (const who of [hana, mei]) await opensNotes(who)
  await field(hana).pressSequentially('Kept over a restart')
  await sees(mei, 'Kept over a restart')
  await server.restart('SIGKILL', async () => await field(hana).pressSequentially(', and what came meanwhile'))
  await hana.isBack()
  await sees(mei, 'Kept over a restart, and what came meanwhile')
  await mei.page.reload()
  await opensNotes(mei)
  await sees(mei, 'Kept over a restart, and what came meanwhile')
})

story(
  '[NOTES-5] a text as long as it may be is pasted and reaches the others; more is not put in',
  async ({ hana, mei }) => {
    for (const who of [hana, mei]) await opensNotes(who)
    await empties(hana)
    const lines = `${'x'.repeat(99)}\r\n`.repeat(1_000)
    await pastes(hana, lines)
    // A browser that is asked for files too often gives none.
    await expect.poll(async () => (await downloaded(mei)).length, { timeout: 20_000, interval: 2_000 }).toBe(100_000)
    expect(await downloaded(mei)).toBe(lines.replaceAll('\r\n', '\n'))
    await pastes(hana, 'and more')
    await hana.reads('The notes hold 100,000 characters at most, so this was not put in.')
    expect(await downloaded(hana)).toHaveLength(100_000)
    await empties(hana)
    await sees(mei, '')
  },
)
