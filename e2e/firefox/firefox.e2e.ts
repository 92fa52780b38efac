import { expect } from 'vitest'
import { firefoxStories } from './firefox-story.ts'
import type { FirefoxVisitor } from './firefox-visitor.ts'
import { noteDevices } from '../support/page-functions.ts'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import type { Visitor } from '../support/visitor.ts'

/** Hana is on the stage of her room, in Chromium; Mei watches in Firefox, which notes what is asked of it. */
const story = firefoxStories(async ({ visitor, withFirefox }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.entersOwnRoom('In Firefox', 'Interactive')
  await hana.joinsStage()
  const mei = await withFirefox('Mei Tanaka')
  await mei.page.evaluateOnNewDocument(noteDevices)
  await mei.comesToWatch(links.viewer)
  return { hana, mei, links }
})

story(
  '[SEED-2] in Firefox a viewer comes by a link, is asked for nothing, and sees and hears the stage',
  async ({ hana, mei }) => {
    await mei.seesMoving('Hana Weber')
    await hears(mei.page)
    await hana.pressesTool('Turn microphone off')
    await hearsNothing(mei.page)
    await hana.pressesTool('Turn microphone on')
    await hears(mei.page)
    expect(await mei.page.evaluate(() => Reflect.get(window, 'asked'))).toEqual([])
  },
)

story(
  '[MUTE-1] [STAGE-4] from Firefox one is seen and heard by two presses, silent when muted, and gone with every track',
  async ({ hana, mei }) => {
    await mei.joinsStage()
    await seesMoving(hana.page, 'Mei Tanaka')
    await hears(hana.page)

    await mei.pressesTool('Turn microphone off')
    await hana.tile('Mei Tanaka', 'microphone off, camera on').waitFor()
    await hearsNothing(hana.page)
    await mei.pressesTool('Turn microphone on')
    await hears(hana.page)

    await mei.presses('Leave stage')
    await hana.tile('Mei Tanaka').waitFor({ state: 'detached' })
    await hearsNothing(hana.page)
    await mei.finds(['button', 'Join stage'])
    await expect.poll(() => states(mei)).toEqual(['ended'])
  },
)

/** In which states the tracks are that the page ever had of a device. */
async function states({ page }: FirefoxVisitor): Promise<string[]> {
  return await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = Reflect.get(window, 'tracks')
    return [...new Set(tracks.map(({ readyState }) => readyState))]
  })
}

story('[HAND-6] in Firefox a hand is dragged to another place', async ({ hana, mei, links, visitor }) => {
  const crowd: Visitor[] = []
  for (const name of ['Kwame Mensah', 'Leila Haddad']) {
    const one = await visitor(name)
    await one.comesToWatch(links.viewer)
    await one.presses('Raise hand')
    crowd.push(one)
  }
  const [kwame, leila] = crowd as [Visitor, Visitor]
  await leila.reads('You are 2nd')
  await hana.chooses('Set as moderator', 'Mei Tanaka')
  await (await mei.finds(['tab', /^Participants/])).asLocator().click()
  const middle = async (name: string) => {
    const menu = await mei.finds(['group', /^Raised hands/], ['button', `Options for ${name}`])
    return await menu.evaluate((button) => {
      const { x, y, height } = button.closest('li')?.getBoundingClientRect() ?? button.getBoundingClientRect()
      return { x: x + 90, y: y + height / 2 }
    })
  }
  const [from, to] = [await middle('Leila Haddad'), await middle('Kwame Mensah')]
  await mei.page.mouse.move(from.x, from.y)
  await mei.page.mouse.down()
  await mei.page.mouse.move(to.x, to.y, { steps: 4 })
  await mei.page.mouse.up()
  await leila.reads('You are 1st')
  await kwame.reads('You are 2nd')
  await hana.choosesForAll('Clear raised hands')
  await hana.chooses('Set as participant', 'Mei Tanaka')
})

story('[DEVICE-7] in Firefox all sound goes to the speaker that was chosen, of two that are made up', async (scene) => {
  const noor = await scene.withFirefox('Noor Rahimi')
  await noor.opensLink(scene.links.viewer)
  await noor.presses('Join stage')
  const speakers = await noor.finds(['combobox', 'Speaker'])
  const id = await speakers.evaluate(
    (menu) => [...menu.querySelectorAll('option')].find(({ label }) => label === 'Fake Audio Output 2')?.value,
  )
  await speakers.asLocator().fill(id ?? '')
  await noor.presses('Join stage')
  await noor.finds(['button', 'Leave stage'])
  await hears(noor.page)
  await expect.poll(() => playingAt(noor)).toEqual([id])

  // Who comes later is heard there too.
  const amara = await scene.visitor('Amara Okafor')
  await amara.opensLink(scene.links.viewer)
  await amara.joinsStage()
  await expect.poll(() => playingAt(noor)).toEqual([id, id])
})

/** Where the sounds of the page play, by the ids of the speakers. */
async function playingAt({ page }: FirefoxVisitor): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('audio')].filter(({ paused }) => !paused).map(({ sinkId }) => sinkId),
  )
}
