import { expect } from 'vitest'
import { brings, colouredPdf } from '../support/content-files.ts'
import { companyStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Storyboard', 'Webinar')
  const kwame = await visitor('Kwame Mensah')
  await kwame.opensLink(links.moderator)
  await kwame.joinsAsViewer()
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  return { hana, kwame, noor }
})

const strip = ({ page }: Visitor) => page.getByRole('region', { name: 'Storyboard' })
const names = async (who: Visitor) =>
  (await strip(who).getByRole('listitem').allInnerTexts()).map((text) => /\w+\.pdf/.exec(text)?.[0])

async function chooses(who: Visitor, act: string) {
  await who.pressesTool('More')
  await who.page.getByRole('menuitem', { name: act, exact: true }).click()
}

story(
  '[STORYBOARD-2] [STORYBOARD-3] a strip is filled, arranged by keys, seen by all who run the room, and presented from',
  async ({ hana, kwame, noor }) => {
    for (const name of ['One.pdf', 'Two.pdf']) {
      const buffer = await colouredPdf(name === 'One.pdf' ? 1 : 2)
      await brings(hana, { name, mimeType: 'application/pdf', buffer })
      await hana.page.keyboard.press('Escape')
    }
    await chooses(hana, 'Storyboard')
    await strip(hana).getByRole('button', { name: 'Add' }).click()
    await hana.page.getByRole('button', { name: 'Add One.pdf to the storyboard' }).waitFor()
    await hana.context.setOffline(true)
    await hana.presses('Add One.pdf to the storyboard')
    const window = hana.page.getByRole('dialog', { name: 'Select a media' })
    await window.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor()
    await hana.context.setOffline(false)
    await hana.isBack()
    for (const name of ['One.pdf', 'Two.pdf']) await hana.presses(`Add ${name} to the storyboard`)
    await hana.page.getByText('In the storyboard').nth(1).waitFor()
    await hana.page.keyboard.press('Escape')
    await chooses(kwame, 'Storyboard')
    for (const one of [hana, kwame]) await expect.poll(async () => await names(one)).toEqual(['One.pdf', 'Two.pdf'])

    await strip(kwame).getByRole('button', { name: 'Options for Two.pdf in the storyboard' }).press('Enter')
    await kwame.page.getByRole('menuitem', { name: 'Move earlier' }).press('Enter')
    for (const one of [hana, kwame]) await expect.poll(async () => await names(one)).toEqual(['Two.pdf', 'One.pdf'])
    await hana.page.reload()
    await chooses(hana, 'Storyboard')
    await expect.poll(async () => await names(hana)).toEqual(['Two.pdf', 'One.pdf'])

    await strip(kwame).getByRole('button', { name: 'Start presenting Two.pdf' }).click()
    await noor.page.getByRole('group', { name: 'Page 1 of 2 of Two.pdf' }).waitFor()
    await strip(hana).getByText('Presenting', { exact: true }).waitFor()
    await strip(hana).getByRole('button', { name: 'Stop presenting Two.pdf' }).click()
    await noor.page.getByRole('group', { name: 'Page 1 of 2 of Two.pdf' }).waitFor({ state: 'detached' })
    await kwame.reads('Hana Weber stopped what you presented.')

    await strip(hana).getByRole('button', { name: 'Manage storyboards' }).click()
    await hana.types('Name', 'Assembly')
    await hana.presses('Save as')
    await hana.page.getByText('2 files').waitFor()
    await hana.page.keyboard.press('Escape')
    await strip(hana).getByRole('button', { name: 'Options for One.pdf in the storyboard' }).click()
    await hana.page.getByRole('menuitem', { name: 'Remove from the storyboard' }).click()
    await expect.poll(async () => await names(kwame)).toEqual(['Two.pdf'])
    await strip(hana).getByRole('button', { name: 'Manage storyboards' }).click()
    await hana.presses('Import')
    await expect.poll(async () => await names(kwame)).toEqual(['Two.pdf', 'One.pdf'])
    expect(await noor.page.getByRole('button', { name: 'More' }).count()).toBe(0)

    await strip(hana).getByRole('button', { name: 'Manage storyboards' }).click()
    await hana.presses('Rename Assembly')
    await hana.presses('Cancel')
    await hana.presses('Delete Assembly')
    await hana.page.getByRole('alertdialog', { name: 'Delete Assembly for good?' }).waitFor()
    await hana.presses('Keep')
    await expect
      .poll(() => hana.button('Delete Assembly').evaluate((button) => button === document.activeElement))
      .toBe(true)
    await hana.presses('Delete Assembly')
    await hana.presses('Delete')
    await hana.reads('None is saved yet.')
    await hana.page.keyboard.press('Escape')
    await hana.presses('Hide the storyboard')
    await strip(hana).waitFor({ state: 'detached' })
  },
)
