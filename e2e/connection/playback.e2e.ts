import { expect } from 'vitest'
import { hears, hearsNothing, seesMoving, until } from '../support/media-checks.ts'
import { stories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

/** What the page plays now, by whether it is paused, in the elements of a kind. */
const paused = async ({ page }: Visitor, kind: 'audio' | 'video') =>
  await page.evaluate((name) => [...document.querySelectorAll<HTMLMediaElement>(name)].map((each) => each.paused), kind)

story('[PLAY-1] what the system pauses plays on by itself', async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.entersOwnRoom('Headset off', 'Interactive')
  await hana.joinsStage()
  const mei = await visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await hears(mei.page)
  await seesMoving(mei.page, 'Hana Weber')
  for (const who of [mei, hana]) {
    await who.page.evaluate(() => {
      for (const each of document.querySelectorAll<HTMLMediaElement>('audio, video')) each.pause()
    })
    await expect
      .poll(async () => [...(await paused(who, 'audio')), ...(await paused(who, 'video'))])
      .not.toContain(true)
  }
  await hears(mei.page)
  await seesMoving(mei.page, 'Hana Weber')
  await seesMoving(hana.page, 'Hana Weber')
  expect(await mei.button('Start sound').count()).toBe(0)
})

story(
  '[PLAY-1] what the browser holds back is named, and starts with its button or any other press',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.entersOwnRoom('Saving power', 'Interactive')
    await hana.joinsStage()
    for (const [kind, name] of [
      ['Video', 'Start pictures'],
      ['Audio', 'Start sound'],
    ] as const)
      for (const how of ['its button', 'another press']) {
        const mei = await visitor('Mei Tanaka')
        // As a phone that saves power does it, or a browser that lets nothing play before a press.
        await mei.page.addInitScript((tag) => {
          Object.assign(window, { blocked: true })
          const isHeld = (each: unknown) =>
            Reflect.get(window, 'blocked') && Object(each).constructor.name === `HTML${tag}Element`
          const play: unknown = Reflect.get(HTMLMediaElement.prototype, 'play')
          HTMLMediaElement.prototype.play = async function held() {
            if (isHeld(this)) throw new DOMException('', 'NotAllowedError')
            if (typeof play === 'function') await play.call(this)
          }
          document.addEventListener(
            'playing',
            ({ target }) => isHeld(target) && target instanceof HTMLMediaElement && target.pause(),
            true,
          )
        }, kind)
        await mei.comesToWatch(links.viewer)
        await mei.button(name).waitFor()
        await mei.page.evaluate(() => Object.assign(window, { blocked: false }))
        if (how === 'its button') await mei.presses(name)
        else await mei.stage().click()
        await hears(mei.page)
        await seesMoving(mei.page, 'Hana Weber')
        await mei.button(name).waitFor({ state: 'detached' })
        await mei.context.close()
      }
  },
)

story('[PLAY-2] starting the sound lets nobody be heard whom the page keeps silent', async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('Backstage are quiet', 'Webinar')
  const noor = await visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  await hana.chooses('Hold backstage', 'Noor Rahimi')
  await noor.acceptsInvitation()
  await noor.reads('You are backstage')
  await seesMoving(hana.page, 'Noor Rahimi')
  await hearsNothing(hana.page)
  // The system pauses everything, and the browser wants a press before it goes on.
  await hana.page.evaluate(() => {
    const play: unknown = Reflect.get(HTMLMediaElement.prototype, 'play')
    HTMLMediaElement.prototype.play = async () => {
      throw new DOMException('', 'NotAllowedError')
    }
    Object.assign(window, { let: () => Reflect.set(HTMLMediaElement.prototype, 'play', play) })
    for (const each of document.querySelectorAll('audio')) each.pause()
  })
  await until('everything paused', async () => (await paused(hana, 'audio')).every(Boolean))
  // Nobody waits for what is not to be heard: there is no button for it.
  expect(await hana.button('Start sound').count()).toBe(0)
  await hana.presses('Listen to Noor Rahimi')
  await hana.button('Start sound').waitFor()
  await hana.presses('Stop listening to Noor Rahimi')
  await hana.button('Start sound').waitFor({ state: 'detached' })
  await hana.page.evaluate(() => Reflect.get(window, 'let')())
  await hana.stage().click()
  await until('everything plays', async () => !(await paused(hana, 'audio')).includes(true))
  await hearsNothing(hana.page)
  await hana.presses('Listen to Noor Rahimi')
  await hears(hana.page)
})
