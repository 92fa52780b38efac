import { hears, hearsNothing } from './senses.ts'
import { stories, type Scene } from './story.ts'

const story = stories()

/** Noor is on stage, muted, and speaks all the time; Mei watches. */
async function withNoorMuted({ visitor }: Scene, room: string) {
  const noor = await visitor('Noor Rahimi')
  const links = await noor.createsRoom(room, 'Interactive')
  await noor.presses('Join now')
  await noor.joinsStage()
  const mei = await visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await hears(mei.page)
  await noor.pressesTool('Turn microphone off')
  await hearsNothing(mei.page)
  return { noor, mei }
}

story('[MUTE-6] who speaks while muted is told so, and nobody hears it', async (scene) => {
  const { noor, mei } = await withNoorMuted(scene, 'You are muted')
  await noor.reads('You are muted. Nobody hears you. Hold the space bar to speak.')
  await hearsNothing(mei.page)
  await noor.presses('Turn it on')
  await hears(mei.page)
  await noor.page.getByText('You are muted. Nobody hears you.').waitFor({ state: 'detached' })
})

story('[MUTE-5] the space bar is held to speak, and opens nothing where it types or presses', async (scene) => {
  const { noor, mei } = await withNoorMuted(scene, 'Push to talk')
  await noor.stage().click()
  await noor.page.keyboard.down('Space')
  await hears(mei.page)
  await noor.page.keyboard.up('Space')
  await hearsNothing(mei.page)

  await noor.page.keyboard.down('Space')
  await hears(mei.page)
  await noor.page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await hearsNothing(mei.page)
  await noor.page.keyboard.up('Space')

  await noor.page.getByLabel('Search participants').focus()
  await noor.page.keyboard.down('Space')
  await hearsNothing(mei.page)
  await noor.page.keyboard.up('Space')
})
