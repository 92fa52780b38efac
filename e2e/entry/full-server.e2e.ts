import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories({ env: { ROSTRUM_MAX_PEOPLE: '2' } })

async function comesInLine(who: Visitor, link: string): Promise<void> {
  await who.page.goto(link)
  await who.types('Your name', who.name)
  await who.presses('Continue')
  await who.heading('You are in line').waitFor()
}

async function leaves(who: Visitor): Promise<void> {
  await who.presses('Leave')
  await who.page.getByRole('menuitem', { name: 'Leave session', exact: true }).click()
  await who.heading('You have left the session').waitFor()
}

story(
  '[FULL-1] [FULL-2] whoever is one too many reads the place in line, and is let in by itself when somebody leaves',
  async ({ visitor }) => {
    const hana = await visitor('Hana Weber')
    const links = await hana.hostsRoom('Full', 'Webinar')
    const noor = await visitor('Noor Rahimi')
    await noor.comesToWatch(links.viewer)

    const mei = await visitor('Mei Tanaka')
    await comesInLine(mei, links.viewer)
    await mei.reads('You are 1st in line')
    await isAccessible(mei)
    const yuki = await visitor('Yuki Sato', PHONE)
    await comesInLine(yuki, links.viewer)
    await yuki.reads('You are 2nd in line')
    await isAccessible(yuki)
    const isWider = await yuki.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth > clientWidth
    })
    expect(isWider).toBe(false)
    // Who reloads keeps the place.
    await mei.page.reload()
    await mei.reads('You are 1st in line')

    // [FULL-3] Who runs the room is let in whenever they come.
    const kwame = await visitor('Kwame Mensah')
    await kwame.comesToWatch(links.moderator)
    await leaves(kwame)
    await mei.reads('You are 1st in line')

    await leaves(noor)
    await mei.heading('Set devices').waitFor()
    await yuki.reads('You are 1st in line')
    await mei.joinsAsViewer()
    await hana.group('Viewers').getByText('Mei Tanaka').waitFor()

    // Who left and comes again is asked to wait behind those who have waited.
    await noor.presses('Rejoin the session')
    await noor.presses('Join as viewer')
    await noor.heading('You are in line').waitFor()
    await noor.reads('You are 2nd in line')
    await leaves(mei)
    await yuki.heading('Set devices').waitFor()
    await yuki.presses('Join as viewer')
    await yuki.stage().waitFor()
  },
)
