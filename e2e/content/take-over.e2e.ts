import { expect } from 'vitest'
import { brings, colouredPdf } from '../support/content-files.ts'
import { drawsScreen } from '../support/fake-screen.ts'
import { seesScreen } from '../support/media-checks.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories()

const slide = ({ page }: Visitor, number: number, file: string) =>
  page.getByRole('group', { name: new RegExp(`^Page ${number} of \\d+ of ${file}`) })
const pdf = async (name: string) => ({ name, mimeType: 'application/pdf', buffer: await colouredPdf(3) })

story(
  '[PRESENT-1] [PRESENT-3] [PRESENT-5] a viewer presents from a phone, is taken over by a question, and stopped; a restart loses nothing',
  async ({ visitor, server }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.hostsRoom('Taken over', 'Webinar')
    const noor = await visitor('Noor Rahimi', PHONE)
    await noor.comesToWatch(links.viewer)
    const mei = await visitor('Mei Tanaka')
    await mei.comesToWatch(links.viewer)
    expect(await noor.button('More').count()).toBe(0)
    await hana.chooses('Edit permissions', 'Noor Rahimi')
    await hana.page.getByRole('switch', { name: 'Present content' }).click({ force: true })
    await hana.page.keyboard.press('Escape')

    await (await brings(noor, await pdf('Phone.pdf'))).tap()
    await slide(mei, 1, 'Phone.pdf').waitFor()
    await noor.page.getByRole('button', { name: 'Next page' }).tap()
    await slide(mei, 2, 'Phone.pdf').waitFor()
    // Who runs the room turns the pages too.
    await hana.presses('Next page')
    await slide(noor, 3, 'Phone.pdf').waitFor()

    // The server is killed in the middle: everybody is back where they were.
    await server.restart('SIGKILL')
    await slide(mei, 3, 'Phone.pdf').waitFor()
    // Until the phone is back it is told so, and nothing of it is done.
    const jump = noor.page.getByLabel('Go to page')
    await expect
      .poll(async () => {
        await jump.fill('2')
        await jump.press('Enter')
        return await slide(mei, 2, 'Phone.pdf').count()
      })
      .toBe(1)

    await (await brings(hana, await pdf('Hall.pdf'))).click()
    const question = hana.page.getByRole('alertdialog', { name: 'Present instead of Noor Rahimi?' })
    await question.getByRole('button', { name: 'Cancel' }).click()
    await slide(mei, 2, 'Phone.pdf').waitFor()
    await (await brings(hana, await pdf('Hall again.pdf'))).click()
    await question.getByRole('button', { name: 'Proceed' }).click()
    await slide(mei, 1, 'Hall again.pdf').waitFor()
    await noor.reads('Hana Weber presents now, instead of you.')

    // A shared screen and content have one main place.
    await drawsScreen(hana.page, { width: 1280, height: 720 })
    await hana.pressesTool('Share screen')
    await seesScreen(mei.page, 'Hana Weber')
    await slide(mei, 1, 'Hall again.pdf').waitFor({ state: 'detached' })
  },
)
