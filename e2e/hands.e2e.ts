import { expect } from 'vitest'
import { stories } from './story.ts'
import type { Visitor } from './visitor.ts'

const story = stories()

const order = async (who: Visitor) =>
  await who
    .group('Raised hands')
    .locator('li')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('bdi')?.textContent.split(' ')[0]))

/** Drags one hand to the place of another, by a mouse. */
async function drags(who: Visitor, from: number, to: number, meanwhile = async () => {}) {
  const rows = who.group('Raised hands').locator('li')
  const [one, other] = [await rows.nth(from).boundingBox(), await rows.nth(to).boundingBox()]
  if (!one || !other) throw new Error('There is no such row.')
  const { mouse } = who.page
  await mouse.move(one.x + 90, one.y + one.height / 2)
  await mouse.down()
  await mouse.move(other.x + 90, other.y + other.height / 2, { steps: 4 })
  await who.group('Raised hands').locator('[data-over]').waitFor()
  await meanwhile()
  await mouse.up()
}

story(
  '[HAND-5] [HAND-6] [HAND-7] hands give a reason, are moved, and are cleared, and everybody reads why',
  async (scene) => {
    const hana = await scene.visitor('Hana Weber')
    const links = await hana.hostsRoom('The queue, moved', 'Webinar')
    const crowd: Visitor[] = []
    for (const name of ['Noor Rahimi', 'Mei Tanaka', 'Amara Okafor']) {
      const one = await scene.visitor(name)
      await one.comesToWatch(links.viewer)
      await one.presses('Raise hand')
      await hana.group('Raised hands').getByText(name).waitFor()
      crowd.push(one)
    }
    const [noor, mei, amara] = crowd as [Visitor, Visitor, Visitor]
    await noor.presses('Give a reason')
    await noor.types('Reason', 'The roof leaks')
    await noor.presses('Save')
    await hana.group('Raised hands').getByText('The roof leaks').waitFor()
    expect(await mei.page.getByText('The roof leaks').count()).toBe(0)

    await hana.choosesIn('Raised hands', 'Move to the front', 'Amara Okafor')
    await amara.reads('You are 1st')
    for (const who of [hana, noor]) {
      await who.reads('Hana Weber moved Amara Okafor')
      await expect.poll(() => order(who)).toEqual(['Amara', 'Noor', 'Mei'])
    }
    await drags(hana, 2, 0)
    await mei.reads('You are 1st')
    await mei.reads('Hana Weber moved your hand to another place.')
    await expect.poll(() => order(noor)).toEqual(['Mei', 'Amara', 'Noor'])
    // Escape lets it where it was.
    await drags(hana, 2, 0, async () => await hana.page.keyboard.press('Escape'))
    await drags(hana, 1, 2)
    await expect.poll(() => order(noor)).toEqual(['Mei', 'Noor', 'Amara'])

    await hana.choosesForAll('Clear raised hands')
    for (const who of crowd) await who.reads('Hana Weber lowered all hands.')
    for (const who of [hana, ...crowd]) await who.group('Raised hands').waitFor({ state: 'detached' })
  },
)

story('[STAGE-6] [MODE-4] who finds the stage full is told so, and comes first in the queue', async (scene) => {
  const hana = await scene.visitor('Hana Weber')
  const links = await hana.createsRoom('A stage of one', 'Interactive')
  await hana.presses('Join now')
  await hana.joinsStage()
  await hana.presses('Settings')
  await hana.types('Stage size', '1')
  await hana.page.keyboard.press('Enter')
  await hana.group('On stage').getByText('1 of 1').waitFor()
  await hana.page.keyboard.press('Escape')

  const mei = await scene.visitor('Mei Tanaka')
  await mei.comesToWatch(links.viewer)
  await mei.presses('Raise hand')
  await mei.reads('You are 1st')
  const noor = await scene.visitor('Noor Rahimi')
  await noor.comesToWatch(links.viewer)
  await noor.presses('Join stage')
  const sheet = noor.page.getByRole('dialog', { name: 'Get ready to join the stage' })
  await sheet.getByLabel('Camera', { exact: true }).waitFor()
  await sheet.getByRole('button', { name: 'Join stage' }).click()
  await noor.reads('The stage is full, and nobody can make room just now. Your hand is up, before all others.')
  await noor.reads('You are 1st')
  await mei.reads('You are 2nd')

  await hana.presses('Settings')
  await hana.types('Stage size', '2')
  await hana.page.keyboard.press('Enter')
  await hana.group('On stage').getByText('1 of 2').waitFor()
  await sheet.getByRole('button', { name: 'Join stage' }).click()
  await noor.button('Leave stage').waitFor()
  await mei.reads('You are 1st')
})

story('[HAND-6] on a phone a finger moves a hand by its number, and scrolls beside it', async (scene) => {
  const hana = await scene.visitor('Hana Weber', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const links = await hana.hostsRoom('Moved by a finger', 'Webinar')
  const crowd: Visitor[] = []
  for (const name of ['Noor Rahimi', 'Mei Tanaka', 'Amara Okafor']) {
    const one = await scene.visitor(name)
    await one.comesToWatch(links.viewer)
    await one.presses('Raise hand')
    crowd.push(one)
  }
  const [noor] = crowd as [Visitor]
  await expect.poll(() => order(noor)).toEqual(['Noor', 'Mei', 'Amara'])
  await hana.presses('Participants')
  const rows = hana.group('Raised hands').locator('li')
  await rows.nth(2).waitFor()
  const touch = await hana.page.context().newCDPSession(hana.page)
  const at = async (n: number, dx: number) => {
    const box = await rows.nth(n).boundingBox()
    if (!box) throw new Error('There is no such row.')
    return { x: box.x + dx, y: box.y + box.height / 2 }
  }
  const pulls = async (dx: number) => {
    await rows.nth(1).scrollIntoViewIfNeeded()
    const [from, to] = [await at(1, dx), await at(0, dx)]
    const point = (part: number) => ({ x: to.x, y: from.y + (to.y - from.y) * part })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
    for (const part of [0.3, 0.6, 0.9, 1])
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point(part)] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await pulls(120)
  expect(await order(noor)).toEqual(['Noor', 'Mei', 'Amara'])
  await pulls(16)
  await expect.poll(() => order(noor)).toEqual(['Mei', 'Noor', 'Amara'])
})
