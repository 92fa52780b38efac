import { expect } from 'vitest'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

const BOTS = 20

/** The host brings bots in, and sees all of them. */
async function rehearses(hana: Visitor): Promise<void> {
  await hana.choosesForAll('Rehearse')
  await hana.types('How many bots', String(BOTS))
  await hana.page.getByRole('dialog').getByRole('button', { name: 'Rehearse' }).click()
  await hana.reads('This is a rehearsal.')
  await hana.page.getByRole('searchbox', { name: 'Search participants' }).fill('Bot')
  await hana.group('Viewers').getByText(`${BOTS}`, { exact: true }).first().waitFor()
  await hana.group('Viewers').getByText('Bot 1', { exact: true }).waitFor()
}

story(
  '[REHEARSE-1] [REHEARSE-2] [REHEARSE-4] [REHEARSE-6] a host rehearses with bots, stops, and reads what the server holds',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    await hana.hostsRoom('Rehearsed', 'Webinar')
    await rehearses(hana)
    // Each says what it is, beside the name.
    const rows = hana.group('Viewers').getByRole('listitem')
    const marks = await rows.getByText('Bot', { exact: true }).count()
    expect(marks).toBeGreaterThanOrEqual(5)
    await hana.page.getByRole('searchbox', { name: 'Search participants' }).fill('')
    await hana
      .group('Raised hands')
      .getByText(/^Bot \d+$/)
      .first()
      .waitFor()
    await hana.page.getByText('Bot', { exact: true }).first().waitFor()
    await hana.presses('Stop rehearsal')
    await hana.reads(/This server (holds|is slow)|The rehearsal was too short/)
    await hana.page
      .getByText(/^Bot \d+$/)
      .first()
      .waitFor({ state: 'detached' })
    await hana.presses('Close')
    await hana.page
      .getByText(/This server|The rehearsal was/)
      .first()
      .waitFor({ state: 'detached' })
  },
)

story('[REHEARSE-5] the first guest who comes ends a rehearsal, and meets nobody but people', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Rehearsed, and then not', 'Webinar')
  await rehearses(hana)
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  await hana.reads(/This server (holds|is slow)|The rehearsal was too short/)
  await hana.page
    .getByText(/^Bot \d+$/)
    .first()
    .waitFor({ state: 'detached' })
  await noor.readsParticipants()
  await noor.group('Viewers').getByText('Noor Rahimi').waitFor()
  expect(await noor.page.getByText(/^Bot \d+$/).count()).toBe(0)
})
