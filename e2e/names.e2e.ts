import { expect } from 'vitest'
import { stories } from './story.ts'

const story = stories()

story(
  '[NAME-3] one changes the own name at the door and in the room, and everybody reads the new one',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Names', 'Interactive')
    const mei = await scene.visitor('Mei Tanaka')
    await mei.opensLink(links.viewer)
    await mei.reads(/^You are\s+Mei Tanaka\s+here\.$/)
    await mei.presses('Change name')
    const dialog = mei.page.getByRole('dialog', { name: 'Change name' })
    const field = dialog.getByLabel('Your name', { exact: true })
    await field.fill('\u3164')
    await dialog.getByRole('button', { name: 'Change name' }).click()
    await dialog.getByText(/Type a name/).waitFor()
    await field.fill('Mei T.')
    await dialog.getByRole('button', { name: 'Change name' }).click()
    await dialog.waitFor({ state: 'detached' })
    await mei.reads(/^You are\s+Mei T\.\s+here\.$/)
    await mei.joinsAsViewer()
    await hana.group('Viewers').getByText('Mei T.').waitFor()
    await mei.presses('Raise hand')
    await mei.presses('Settings')
    await mei.presses('Change name')
    await field.fill('Mei Sato')
    await field.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await hana.group('Raised hands').getByText('Mei Sato').waitFor()
    await mei.page.reload()
    await mei.button('Lower hand').waitFor()
    await hana.group('Raised hands').getByText('Mei Sato').waitFor()
  },
)

story('on a shared machine the next person comes in as somebody new, by the same link', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Shared machine', 'Interactive')
  const ana = await scene.visitor('Ana Lima')
  await ana.comesToWatch(links.viewer)
  await hana.group('Viewers').getByText('Ana Lima').waitFor()
  await ana.presses('Leave')
  const leave = ana.page.getByRole('menuitem', { name: 'Leave session' }).or(ana.button('Leave session'))
  await leave.click()
  // The next one opens the link that was handed out, on the same machine.
  await ana.page.goto(links.viewer)
  await ana.reads(/^You are\s+Ana Lima\s+here\.$/)
  await ana.presses('Not you?')
  const sure = ana.page.getByRole('alertdialog', { name: 'You are not Ana Lima?' })
  await sure.getByRole('button', { name: 'Go on as somebody else' }).click()
  await ana.types('Your name', 'Ben Lima')
  await ana.presses('Continue')
  await ana.heading('Set devices').waitFor()
  await ana.joinsAsViewer()
  await hana.group('Viewers').getByText('Ben Lima').waitFor()
  expect(await hana.group('Viewers').getByText('Ana Lima').count()).toBe(0)
})

story(
  '[LINK-1] [LINK-2] a link is revoked on the session page, and its old address says so, and whom to ask',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.createsRoom('Revoked', 'Interactive')
    await hana.presses('Revoke the speaker link')
    const sure = hana.page.getByRole('alertdialog', { name: 'Revoke the speaker link?' })
    await sure.getByRole('button', { name: 'Revoke and make anew' }).click()
    await sure.waitFor({ state: 'detached' })
    const field = hana.page.getByLabel('Speaker link', { exact: true })
    await expect.poll(async () => await field.inputValue()).not.toBe(links.speaker)
    expect(await hana.page.getByLabel('Viewer link', { exact: true }).inputValue()).toBe(links.viewer)
    const amara = await scene.visitor('Amara Okafor')
    await amara.page.goto(links.speaker)
    await amara.heading('This link was taken back').waitFor()
    await amara.reads('Ask Hana Weber for a new one.')
    await amara.opensLink(await field.inputValue())
  },
)
