import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories()

const part = (who: Visitor, name: string) => who.page.getByRole('region', { name, exact: true })
const row = (who: Visitor, name: string) => who.page.getByRole('listitem').filter({ hasText: name })

async function picks(who: Visitor, room: string, act: string): Promise<void> {
  await who.button(`Options for ${room}`).click()
  await who.page.getByRole('menuitem', { name: act, exact: true }).click()
}

async function opensSessions(who: Visitor): Promise<void> {
  await who.page.getByRole('link', { name: 'My sessions' }).click()
  await who.heading('My sessions').waitFor()
}

story(
  '[ROOM-1] [MINE-3] [ROOM-8] [ROOM-10] somebody makes a room, finds it, makes another from it, and deletes it for a moment',
  async ({ visitor, url }) => {
    const hana = await visitor('Hana Weber')
    await hana.page.goto(url)
    await opensSessions(hana)
    await hana.heading('Your sessions will be here').waitFor()
    await isAccessible(hana, 'first time')
    await hana.button('Create room').click()
    await hana.heading('Create room').waitFor()
    await isAccessible(hana, 'new')
    await hana.presses('Create room')
    await hana.reads('Type a name, so that others know who you are.')
    await hana.types('Name', 'Physics 101')
    await hana.types('Your name', 'Hana Weber')
    await hana.types(
      'Description',
      'Bring **a spoon**, see https://school.example <script>document.title = "x"</script>',
    )
    await hana.types('Tags', 'waves, week 9')
    await hana.page.getByText('Waiting room', { exact: true }).click()
    await hana.presses('Create room')
    await hana.heading('Physics 101').waitFor()
    await hana.page.locator('strong', { hasText: 'a spoon' }).waitFor()
    await hana.reads('<script>document.title = "x"</script>')
    expect(await hana.page.title()).not.toBe('x')
    await isAccessible(hana, 'session page')

    await opensSessions(hana)
    await part(hana, 'Upcoming').getByText('Physics 101').waitFor()
    await picks(hana, 'Physics 101', 'Save as template')
    await hana.types('Name of the template', 'A lesson')
    await hana.presses('Keep')
    await hana.reads('The template is kept.')
    await picks(hana, 'Physics 101', 'Duplicate')
    await hana.heading('Create room').waitFor()
    await hana.types('Name', 'Physics 102')
    await hana.presses('Create room')
    await hana.heading('Physics 102').waitFor()
    await opensSessions(hana)
    await hana.types('Search sessions', 'spoon 102')
    await expect.poll(async () => await row(hana, 'Physics 101').count()).toBe(0)
    await row(hana, 'Physics 102').waitFor()
    await hana.types('Search sessions', '')

    await picks(hana, 'Physics 102', 'Delete room')
    const sure = hana.page.getByRole('alertdialog', { name: 'Delete Physics 102?' })
    await isAccessible(hana, 'sure')
    await sure.getByRole('button', { name: 'Delete room' }).click()
    await hana.reads('Physics 102 is deleted.')
    await expect.poll(async () => await row(hana, 'Physics 102').count()).toBe(0)
    await hana.presses('Undo')
    await row(hana, 'Physics 102').waitFor()

    await picks(hana, 'Physics 101', 'Archive')
    await expect.poll(async () => await row(hana, 'Physics 101').count()).toBe(0)
    await hana.page.getByText('Archived and deleted').click()
    await part(hana, 'Archived').getByText('Physics 101').waitFor()
    await isAccessible(hana, 'put aside')
  },
)

story(
  '[ROOM-7] [ROOM-2] two set a room at the same time, and nothing that was typed is lost',
  async ({ visitor, url }) => {
    const hana = await visitor('Hana Weber', PHONE)
    const links = await hana.createsRoom('Harbour', 'Interactive')
    const page = hana.page.url()
    await hana.presses('Edit room')
    await hana.heading('Edit room').waitFor()
    await hana.types('Name', 'Harbour library')
    await hana.reads('Not saved yet')
    await isAccessible(hana, 'edit, phone')
    expect(await hana.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

    const other = await hana.context.newPage()
    await other.goto(`${page}/edit`)
    await other.getByLabel('Name', { exact: true }).fill('Harbour, second reading')
    await other.getByLabel('Tags').fill('budget')
    await other.getByRole('button', { name: 'Save', exact: true }).click()
    await other.getByText('Saved.').waitFor()

    await hana.presses('Save')
    await hana.heading('Somebody else changed this room meanwhile').waitFor()
    await hana.reads('Taken over from the other: Tags')
    await hana.page.getByText('Harbour, second reading').waitFor()
    expect(await hana.page.getByLabel('Name', { exact: true }).inputValue()).toBe('Harbour library')
    expect(await hana.page.getByLabel('Tags').inputValue()).toBe('budget')
    await isAccessible(hana, 'meanwhile')
    await hana.presses('Save')
    await hana.reads('Saved.')

    const noor = await visitor('Noor Rahimi')
    await noor.page.goto(links.viewer)
    await noor.heading('Harbour library').waitFor()
    await noor.page.goto(`${page}/edit`)
    await noor.reads('Your role does not allow this.')
    await noor.page.goto(`${url}/sessions`)
    await noor.heading('Your sessions will be here').waitFor()
  },
)

story(
  '[ROOM-2] [ROOM-3] [ROOM-5] [ROOM-6] a weekly room with a waiting room says who waits what it has to say, and leads them on',
  async ({ visitor, url }) => {
    const hana = await visitor('Hana Weber')
    await hana.page.goto(`${url}/new`)
    await hana.heading('Create room').waitFor()
    await hana.types('Name', 'Members’ evening')
    await hana.types('Your name', 'Hana Weber')
    await hana.page.getByRole('radio', { name: 'Start and end' }).check({ force: true })
    await hana.types('Day', '2027-01-05')
    await hana.types('Start', '19:00')
    await hana.types('End', '21:00')
    await hana.page.getByText('Repeat every week', { exact: true }).click()
    await hana.types('Until', '2026-12-01')
    await hana.page.getByText('Waiting room', { exact: true }).click()
    await hana.page.getByText('The colour of Rostrum', { exact: true }).click()
    await hana.page.getByLabel('Accent', { exact: true }).fill('#ffee00')
    await hana.reads('White text on this colour is hard to read.')
    await hana.types('Words for who waits', 'We begin at seven. Take a seat.')
    await hana.types('Address after leaving', 'javascript:alert(1)')
    await hana.presses('Create room')
    await hana.reads('White text on this colour is hard to read.')
    await hana.page.getByLabel('Accent', { exact: true }).fill('#7a2e8c')
    await hana.presses('Create room')
    await hana.reads('An address begins with http:// or https://')
    await hana.types('Address after leaving', 'https://school.example/thanks')
    await hana.presses('Create room')
    await hana.button('Save').waitFor()
    await hana.reads('The series ends before its first session.')
    await isAccessible(hana, 'schedule')
    await hana.types('Until', '')
    await hana.presses('Save')
    await hana.heading('Members’ evening').waitFor()
    const link = await hana.page.getByLabel('Viewer link', { exact: true }).inputValue()
    await opensSessions(hana)
    const upcoming = part(hana, 'Upcoming').getByRole('listitem').filter({ hasText: 'Members’ evening' })
    await upcoming.getByText('Repeats').waitFor()
    await upcoming.getByText(/January 5, 2027, .*7:00.PM to 9:00.PM/).waitFor()
    await upcoming.getByRole('button', { name: 'Open', exact: true }).click()
    await hana.presses('Join now')
    await hana.joinsAsViewer()

    const noor = await visitor('Noor Rahimi', PHONE)
    await noor.opensLink(link)
    // The room's own colour, on the way in and inside.
    const join = noor.button('Join as viewer')
    expect(await join.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(122, 46, 140)')
    await isAccessible(noor, 'in the room’s colour')
    await noor.presses('Join as viewer')
    await noor.heading('You are in the waiting room').waitFor()
    await noor.reads('We begin at seven. Take a seat.')
    await isAccessible(noor, 'waiting')
    await hana.group('Waiting').getByRole('button', { name: 'Admit', exact: true }).click()
    await noor.stage().waitFor()
    await noor.presses('Leave')
    await noor.page.getByRole('menuitem', { name: 'Leave session', exact: true }).click()
    await noor.button('Go on to school.example').waitFor()
  },
)
