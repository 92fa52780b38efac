import { expect } from 'vitest'
import { hears } from '../support/media-checks.ts'
import { stories, type Scene } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = stories()

async function lockedRoom({ visitor }: Scene, room: string) {
  const hana = await visitor('Hana Weber')
  const links = await hana.entersOwnRoom(room, 'Interactive')
  await hana.joinsStage()
  await hana.locksRoom()
  return { hana, links }
}

async function waits(who: Visitor, link: string) {
  await who.opensLink(link)
  await who.reads('This room is locked: you wait until somebody lets you in.')
  await who.presses('Join as viewer')
  await who.heading('You are in the waiting room').waitFor()
}

story(
  '[WAIT-1] [WAIT-3] [WAIT-4] newcomers of a locked room wait, and are let in, declined, or let in all',
  async (scene) => {
    const { hana, links } = await lockedRoom(scene, 'Locked')
    const noor = await scene.visitor('Noor Rahimi')
    await waits(noor, links.viewer)
    expect(await noor.page.locator('video').count()).toBe(0)
    // [WAIT-9] Getting ready shows nobody anything, and being let in closes it.
    await noor.presses('Set devices')
    const ready = noor.page.getByRole('dialog', { name: 'Set devices' })
    await ready.locator('video').waitFor()
    await ready.getByLabel('Camera', { exact: true }).first().waitFor()
    await hana.reads('Noor Rahimi is waiting to come in')
    const notices = hana.page.getByRole('region', { name: 'Notices' })
    await notices.getByRole('button', { name: 'Admit', exact: true }).click()
    await noor.stage().waitFor()
    await ready.waitFor({ state: 'detached' })
    await noor.reads('Nobody can see or hear you')
    await hears(noor.page)
    // Nobody looks at her picture any more, and everybody would be sent it.
    await hana.presses('Leave stage')

    const mei = await scene.visitor('Mei Tanaka')
    await waits(mei, links.viewer)
    await hana.group('Waiting').getByRole('button', { name: 'Decline' }).click()
    await mei.heading('You were not let in').waitFor()
    await mei.presses('Ask again')
    await mei.reads('Your request was declined a moment ago. You can ask again in half a minute.')

    const others: Visitor[] = []
    for (const name of ['Amara Okafor', 'Tom Becker']) {
      const one = await scene.visitor(name)
      await waits(one, links.viewer)
      others.push(one)
    }
    const [, tom] = others as [Visitor, Visitor]
    await tom.reads('You are 2nd at the door')
    await hana.reads('Amara Okafor and Tom Becker are waiting')
    await hana.presses('See all')
    const all = hana.page.getByRole('dialog', { name: '2 people are waiting' })
    await all.getByText('Amara Okafor').waitFor()
    await all.getByRole('button', { name: 'Admit all' }).click()
    for (const one of others) await one.stage().waitFor()
    await hana.page.keyboard.press('Escape')

    const kwame = await scene.visitor('Kwame Mensah')
    await kwame.comesToWatch(links.moderator)
    const yuki = await scene.visitor('Yuki Sato')
    await waits(yuki, links.viewer)
    await kwame.presses('Settings')
    await kwame.presses('Unlock room')
    await yuki.stage().waitFor()
  },
)
