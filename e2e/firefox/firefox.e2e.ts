import { expect } from 'vitest'
import { firefoxStories } from './firefox-story.ts'
import type { FirefoxVisitor } from './firefox-visitor.ts'
import { noteDevices } from '../support/page-functions.ts'
import { hears, hearsNothing, seesMoving } from '../support/media-checks.ts'
import type { Visitor } from '../support/visitor.ts'

const story = firefoxStories()

/** A room with its host on stage, in Chromium. */
async function hostOnStage(hana: Visitor, room: string) {
  const links = await hana.entersOwnRoom(room, 'Interactive')
  await hana.joinsStage()
  return links
}

story(
  '[SEED-2] in Firefox a viewer comes by a link, is asked for nothing, and sees and hears the stage',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hostOnStage(hana, 'Watched in Firefox')
    const mei = await scene.withFirefox('Mei Tanaka')
    await mei.page.evaluateOnNewDocument(noteDevices)
    await mei.comesToWatch(links.viewer)
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
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('On stage in Firefox', 'Interactive')
    const noor = await scene.withFirefox('Noor Rahimi')
    await noor.page.evaluateOnNewDocument(noteDevices)
    await noor.opensLink(links.viewer)
    await noor.joinsStage()
    await seesMoving(hana.page, 'Noor Rahimi')
    await hears(hana.page)

    await noor.pressesTool('Turn microphone off')
    await hana.tile('Noor Rahimi', 'microphone off, camera on').waitFor()
    await hearsNothing(hana.page)
    await noor.pressesTool('Turn microphone on')
    await hears(hana.page)

    await noor.presses('Leave stage')
    await hana.tile('Noor Rahimi').waitFor({ state: 'detached' })
    await hearsNothing(hana.page)
    await noor.finds(['button', 'Join stage'])
    await expect.poll(() => states(noor)).toEqual(['ended'])
  },
)

/** In which states the tracks are that the page ever had of a device. */
async function states({ page }: FirefoxVisitor): Promise<string[]> {
  return await page.evaluate(() => {
    const tracks: MediaStreamTrack[] = Reflect.get(window, 'tracks')
    return [...new Set(tracks.map(({ readyState }) => readyState))]
  })
}

story('[DEVICE-7] in Firefox all sound goes to the speaker that was chosen, of two that are made up', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hostOnStage(hana, 'Two speakers')
  const noor = await scene.withFirefox('Noor Rahimi')
  await noor.opensLink(links.viewer)
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
  const mei = await scene.visitor('Mei Tanaka')
  await mei.opensLink(links.viewer)
  await mei.joinsStage()
  await expect.poll(() => playingAt(noor)).toEqual([id, id])
})

/** Where the sounds of the page play, by the ids of the speakers. */
async function playingAt({ page }: FirefoxVisitor): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('audio')].filter(({ paused }) => !paused).map(({ sinkId }) => sinkId),
  )
}

story('[HAND-6] in Firefox a hand is dragged to another place', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.hostsRoom('Dragged in Firefox', 'Webinar')
  const crowd: Visitor[] = []
  for (const name of ['Noor Rahimi', 'Mei Tanaka']) {
    const one = await scene.visitor(name)
    await one.comesToWatch(links.viewer)
    await one.presses('Raise hand')
    crowd.push(one)
  }
  const [noor, mei] = crowd as [Visitor, Visitor]
  await mei.reads('You are 2nd')
  const kwame = await scene.withFirefox('Kwame Mensah')
  await kwame.comesToWatch(links.moderator)
  await (await kwame.finds(['tab', /^Participants/])).asLocator().click()
  const middle = async (name: string) => {
    const menu = await kwame.finds(['group', /^Raised hands/], ['button', `Options for ${name}`])
    return await menu.evaluate((button) => {
      const { x, y, height } = button.closest('li')?.getBoundingClientRect() ?? button.getBoundingClientRect()
      return { x: x + 90, y: y + height / 2 }
    })
  }
  const [from, to] = [await middle('Mei Tanaka'), await middle('Noor Rahimi')]
  await kwame.page.mouse.move(from.x, from.y)
  await kwame.page.mouse.down()
  await kwame.page.mouse.move(to.x, to.y, { steps: 4 })
  await kwame.page.mouse.up()
  await mei.reads('You are 1st')
  await noor.reads('You are 2nd')
})
