import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { companyStories, PHONE } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = companyStories(async ({ visitor }) => {
  const hana = await visitor('Hana Weber')
  const links = await hana.hostsRoom('The queue', 'Interactive')
  const [noor, mei, amara] = [await visitor('Noor Rahimi'), await visitor('Mei Tanaka'), await visitor('Amara Okafor')]
  for (const who of [noor, mei, amara]) await who.comesToWatch(links.viewer)
  return { hana, noor, mei, amara, links }
})

const order = async (who: Visitor) =>
  await who
    .group('Raised hands')
    .locator('li')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('bdi')?.textContent.split(' ')[0]))

/** Drags one hand to the place of another, by a mouse; `meanwhile`: while it is held there. */
async function drags(who: Visitor, from: number, to: number, meanwhile = async () => {}) {
  const rows = who.group('Raised hands').locator('li')
  const [one, other] = [await middleOf(rows.nth(from)), await middleOf(rows.nth(to))]
  const { mouse } = who.page
  await mouse.move(one.x, one.y)
  await mouse.down()
  await mouse.move(other.x, other.y, { steps: 4 })
  await who.group('Raised hands').locator('[data-over]').waitFor()
  await meanwhile()
  await mouse.up()
}

/** A place of a row where its name is, or so many px from its beginning. */
async function middleOf(row: Locator, dx = 90) {
  const box = await row.boundingBox()
  if (!box) throw new Error('There is no such row.')
  return { x: box.x + dx, y: box.y + box.height / 2 }
}

/** All of them raise a hand, one after the other. */
async function raiseHands(...people: Visitor[]): Promise<void> {
  for (const who of people) {
    await who.presses('Raise hand')
    await who.reads(/You are (next|\d)/)
  }
}

/** The host takes every hand down again. */
async function lowersAll(hana: Visitor): Promise<void> {
  await hana.choosesForAll('Clear raised hands')
  await hana.group('Raised hands').waitFor({ state: 'detached' })
}

story(
  '[HAND-5] [HAND-6] [HAND-7] hands give a reason, are moved, and are cleared, and everybody reads why',
  async ({ hana, noor, mei, amara }) => {
    await raiseHands(noor, mei, amara)
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
    for (const who of [noor, mei, amara]) await who.reads('Hana Weber lowered all hands.')
    for (const who of [hana, noor, mei, amara]) await who.group('Raised hands').waitFor({ state: 'detached' })
  },
)

story('[STAGE-6] [MODE-4] who finds the stage full is told so, and comes first in the queue', async (company) => {
  const { hana, noor, mei } = company
  const allows = async (size: number, shown: string) => {
    await hana.presses('Settings')
    await hana.types('Stage size', `${size}`)
    await hana.page.keyboard.press('Enter')
    await hana.group('On stage').getByText(shown).waitFor()
    await hana.page.keyboard.press('Escape')
  }
  await hana.comesOnStage()
  await allows(1, '1 of 1')

  await raiseHands(mei)
  await mei.reads('You are 1st')
  await noor.presses('Join stage')
  const sheet = noor.page.getByRole('dialog', { name: 'Get ready to join the stage' })
  await sheet.getByLabel('Camera', { exact: true }).waitFor()
  await sheet.getByRole('button', { name: 'Join stage' }).click()
  await noor.reads('The stage is full, and nobody can make room just now. Your hand is up, before all others.')
  await noor.reads('You are 1st')
  await mei.reads('You are 2nd')

  await allows(2, '1 of 2')
  await sheet.getByRole('button', { name: 'Join stage' }).click()
  await noor.button('Leave stage').waitFor()
  await mei.reads('You are 1st')

  await allows(25, '2 of 25')
  for (const who of [hana, noor]) await who.presses('Leave stage')
  await lowersAll(hana)
})

story('[HAND-6] a hand that goes while it is held, or over which another is held, does no harm', async (company) => {
  const { hana, noor, mei, amara } = company
  await raiseHands(noor, mei, amara)
  const group = hana.group('Raised hands')
  await expect.poll(() => order(hana)).toEqual(['Noor', 'Mei', 'Amara'])
  await drags(hana, 2, 0, async () => {
    await amara.presses('Lower hand')
    await expect.poll(() => order(hana)).toEqual(['Noor', 'Mei'])
  })
  expect(await group.locator('[data-over], [data-dragged=true]').count()).toBe(0)
  await drags(hana, 1, 0, async () => {
    await noor.presses('Lower hand')
    await expect.poll(() => order(hana)).toEqual(['Mei'])
  })
  await noor.presses('Raise hand')
  await expect.poll(() => order(hana)).toEqual(['Mei', 'Noor'])
  await drags(hana, 1, 0)
  await expect.poll(() => order(hana)).toEqual(['Noor', 'Mei'])
  await mei.reads('You are 2nd')
  await lowersAll(hana)
})

/** A finger on the screen of somebody's phone. */
async function fingerOf(who: Visitor) {
  const touch = await who.page.context().newCDPSession(who.page)
  type Point = { x: number; y: number }
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints })
  return {
    rests: async (at: Point) => await send('touchStart', at),
    moves: async (from: Point, to: Point) => {
      for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', { x: to.x, y: from.y + (to.y - from.y) * part })
    },
    lets: async () => await send('touchEnd'),
  }
}

story(
  '[HAND-6] on a phone a finger moves a hand by its number or after a rest, and scrolls otherwise',
  async ({ hana, noor, mei, amara, links, visitor }) => {
    await raiseHands(noor, mei, amara)
    await expect.poll(() => order(noor)).toEqual(['Noor', 'Mei', 'Amara'])
    const kwame = await visitor('Kwame Mensah', PHONE)
    await kwame.comesToWatch(links.moderator)
    await kwame.presses('Participants')
    const rows = kwame.group('Raised hands').locator('li')
    await rows.nth(2).waitFor()
    const finger = await fingerOf(kwame)
    const lifted = kwame.group('Raised hands').locator('[data-dragged=true]')
    const scrolled = async () =>
      await rows.nth(0).evaluate((row) => {
        let sum = 0
        for (let at = row.parentElement; at; at = at.parentElement) sum += at.scrollTop
        return sum
      })

    // It scrolls where it moves at once.
    await rows.nth(1).scrollIntoViewIfNeeded()
    const [below, above] = [await middleOf(rows.nth(1), 120), await middleOf(rows.nth(0), 120)]
    const before = await scrolled()
    await finger.rests(below)
    await finger.moves(below, { x: below.x, y: below.y - 120 })
    await finger.lets()
    await expect.poll(scrolled).toBeGreaterThan(before)
    expect(await order(noor)).toEqual(['Noor', 'Mei', 'Amara'])
    expect(above.y).toBeLessThan(below.y)

    // By its number, at once.
    await rows.nth(0).scrollIntoViewIfNeeded()
    await finger.rests(await middleOf(rows.nth(1), 16))
    await finger.moves(await middleOf(rows.nth(1), 16), await middleOf(rows.nth(0), 16))
    await kwame.group('Raised hands').locator('[data-over=before]').waitFor()
    await finger.lets()
    await expect.poll(() => order(noor)).toEqual(['Mei', 'Noor', 'Amara'])

    // By the rest of the row, after it has rested there; and nothing scrolls then, away from the edges of the list.
    await kwame.presses('Make the panel taller')
    await rows.nth(0).scrollIntoViewIfNeeded()
    const [from, to] = [await middleOf(rows.nth(1), 120), await middleOf(rows.nth(0), 120)]
    const stood = await scrolled()
    await finger.rests(from)
    await lifted.waitFor()
    await finger.moves(from, to)
    expect(await scrolled()).toBe(stood)
    await finger.lets()
    await expect.poll(() => order(noor)).toEqual(['Noor', 'Mei', 'Amara'])
    await lowersAll(hana)
  },
)

story('[HAND-9] hands are turned off for all while the session runs, and on again', async ({ hana, noor, mei }) => {
  await raiseHands(noor)
  const turns = async () => {
    await hana.presses('Settings')
    const dialog = hana.page.getByRole('dialog', { name: 'Settings' })
    await dialog.getByText('Raising hands', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
  }
  await turns()
  await hana.group('Raised hands').waitFor({ state: 'detached' })
  for (const who of [noor, mei]) await who.button('Raise hand').waitFor({ state: 'detached' })
  await turns()
  await mei.presses('Raise hand')
  await mei.reads(/You are (next|\d)/)
  await lowersAll(hana)
})
