import { expect } from 'vitest'
import { stories } from '../support/story.ts'

const story = stories()

story(
  '[CHAT-22] an emoji is found by its name in the reader’s language, and no other server is asked',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('Rockets', 'Interactive')
    const noor = await scene.visitor('Noor Rahimi', { locale: 'de-DE' })
    const asked = new Set<string>()
    noor.page.on('request', (request) => asked.add(new URL(request.url()).host))
    await noor.page.goto(links.viewer)
    await noor.types('Ihr Name', noor.name)
    await noor.page.keyboard.press('Enter')
    await noor.presses('Nur zusehen')
    await noor.presses('Emoji')
    await noor.page.getByRole('gridcell', { name: 'grinsendes Gesicht', exact: true }).waitFor()
    await noor.page.keyboard.type('rakete')
    await noor.page.getByRole('gridcell', { name: 'grinsendes Gesicht', exact: true }).waitFor({ state: 'detached' })
    await noor.page.getByRole('gridcell', { name: 'Rakete', exact: true }).waitFor()
    await noor.page.keyboard.press('Enter')
    await noor.page.keyboard.type(' los')
    await noor.page.keyboard.press('Enter')
    await hana.page.getByRole('tab', { name: /^Chat/ }).click()
    await hana.reads('🚀 los')
    expect([...asked]).toEqual([new URL(noor.page.url()).host])
  },
)

story('[CHAT-22] the arrow keys go to the emoji beside, also where one reads from the right', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.makesRoom('Arrows', 'Interactive')
  const noor = await scene.visitor('נור רחימי', { locale: 'he-IL' })
  await noor.page.goto(links.viewer)
  await noor.types('השם שלך', noor.name)
  await noor.page.keyboard.press('Enter')
  await noor.presses('הצטרפות כצופים')
  await noor.presses('אמוג׳י')
  await noor.page.getByRole('gridcell').first().waitFor()
  const active = noor.page.getByRole('gridcell', { selected: true })
  await noor.page.keyboard.press('ArrowDown')
  await active.waitFor()
  const before = await active.boundingBox()
  await noor.page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await active.boundingBox())?.x).toBeGreaterThan(before?.x ?? Infinity)
})
