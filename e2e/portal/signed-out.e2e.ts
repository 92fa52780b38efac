import { isAccessible } from '../support/axe.ts'
import { seesMoving } from '../support/media-checks.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories()

const PASSWORD = 'correct horse battery'

const menu = (who: Visitor) => who.button(`Account of ${who.name}`)

async function signsIn(who: Visitor, url: string): Promise<void> {
  await who.page.goto(`${url}/sign-in`)
  await who.types('Email', 'mei@example.org')
  await who.types('Password', PASSWORD)
  await who.presses('Sign in')
  await menu(who).waitFor()
}

async function picks(who: Visitor, item: string): Promise<void> {
  await menu(who).click()
  await who.page.getByRole('menuitem', { name: item, exact: true }).click()
}

story(
  '[ACCOUNT-18] who signs out of the phone stays on stage at the desk, and who signs out everywhere is seen nowhere any more',
  async ({ visitor, url }) => {
    const desk = await visitor('Mei Tanaka')
    await desk.page.goto(`${url}/sign-up`)
    await desk.types('Your name', 'Mei Tanaka')
    await desk.types('Email', 'mei@example.org')
    await desk.types('Password', PASSWORD)
    await desk.presses('Create account')
    await menu(desk).waitFor()
    const { viewer } = await desk.entersOwnRoom('Reading circle', 'Interactive')
    await desk.joinsStage()
    const kwame = await visitor('Kwame Mensah')
    await kwame.comesToWatch(viewer)
    await seesMoving(kwame.page, 'Mei Tanaka')

    const phone = await visitor('Mei Tanaka', PHONE)
    await signsIn(phone, url)
    const comesAgain = desk.page.waitForEvent('websocket', (socket) => socket.url().includes('/rtc'))
    await picks(phone, 'Sign out')
    await comesAgain
    await desk.isBack()
    await seesMoving(kwame.page, 'Mei Tanaka')

    await signsIn(phone, url)
    await picks(phone, 'Your account')
    await phone.presses('Sign out everywhere')
    // The place is kept for a while, and nothing comes from it.
    await kwame.tile('Mei Tanaka').locator('video[data-arrived=false]').waitFor()
    await desk.reads(/You need an invite link/)
    await isAccessible(desk)
  },
)
