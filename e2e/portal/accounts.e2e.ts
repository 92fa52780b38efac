import { expect } from 'vitest'
import { isAccessible } from '../support/axe.ts'
import { linkIn } from '../support/mail-links.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { TestServer } from '../support/test-server.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories({ env: { ROSTRUM_CREATE: 'members' } })

const PASSWORD = 'correct horse battery'

async function types(who: Visitor, email: string, name: string | null): Promise<void> {
  if (name !== null) await who.types('Your name', name)
  await who.types('Email', email)
  await who.types('Password', PASSWORD)
}

const setUpLink = ({ log }: TestServer) =>
  log.map((line) => /^Set up the administrator, once: (\S+)$/.exec(line)?.[1]).find(Boolean) ?? ''

/** Sees to it that Hana is the administrator, whichever stories were told before. */
async function hanaIsAdmin(server: TestServer): Promise<void> {
  await fetch(setUpLink(server).replace('/setup/', '/api/setup/'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Hana Weber', email: 'hana@example.org', password: PASSWORD }),
  })
}

const menu = (who: Visitor) => who.button(`Account of ${who.name}`)

async function picks(who: Visitor, item: string): Promise<void> {
  await menu(who).click()
  await who.page.getByRole('menuitem', { name: item, exact: true }).click()
}

story(
  '[ACCOUNT-1] [ACCOUNT-2] [ACCOUNT-4] the link of the first start makes the administrator, whose rooms are on the phone too',
  async ({ server, visitor, url }) => {
    const link = setUpLink(server)
    const hana = await visitor('Hana Weber')
    await hana.page.goto(url)
    await hana.reads('To create rooms here, sign in.')
    await isAccessible(hana)
    await hana.page.goto(link)
    await hana.heading('Set up the administrator').waitFor()
    await isAccessible(hana)
    await types(hana, 'nobody', 'Hana Weber')
    await hana.presses('Become the administrator')
    await hana.reads('This is not an email address.')
    await hana.types('Email', 'Hana@example.org')
    await hana.presses('Become the administrator')
    await hana.heading('Administration').waitFor()
    await hana.reads('hana@example.org')
    await isAccessible(hana)
    await hana.page.getByRole('link', { name: 'Audit log' }).click()
    await hana.reads('Hana Weber made an account')
    await isAccessible(hana)
    await hana.page.getByRole('link', { name: 'Settings' }).click()
    await hana.page.getByText('ROSTRUM_CREATE').waitFor()
    await isAccessible(hana)
    await hana.createsRoom('Town hall', 'Webinar')
    await isAccessible(hana)
    const room = hana.page.url()

    const phone = await visitor('Hana Weber', PHONE)
    await phone.page.goto(room)
    await phone.reads(/You need an invite link/)
    await phone.presses('Sign in')
    await types(phone, 'hana@EXAMPLE.org', null)
    await isAccessible(phone)
    await phone.page.keyboard.press('Enter')
    await menu(phone).waitFor()
    await phone.page.goto(room)
    await phone.button('Join now').waitFor()
    await isAccessible(phone)
    await picks(phone, 'Sign out')
    await phone.reads('To create rooms here, sign in.')
    await phone.page.goto(room)
    await phone.reads(/You need an invite link/)
  },
)

story(
  '[ACCOUNT-3] [ACCOUNT-6] [ACCOUNT-7] somebody looks after an account, and an administrator after all',
  async ({ server, visitor, url }) => {
    await hanaIsAdmin(server)
    const mei = await visitor('Mei Tanaka')
    await mei.page.goto(`${url}/sign-in`)
    await mei.page.getByRole('link', { name: 'Create account' }).click()
    await mei.heading('Create account').waitFor()
    await types(mei, 'mei@example.org', 'Mei Tanaka')
    await isAccessible(mei)
    await mei.presses('Create account')
    await menu(mei).waitFor()
    await mei.createsRoom('Reading circle', 'Interactive')
    await picks(mei, 'Your account')
    await mei.heading('Your account').waitFor()
    await mei.reads('This browser')
    await isAccessible(mei)

    const hana = await visitor('Hana Weber')
    await hana.page.goto(`${url}/sign-in`)
    await types(hana, 'hana@example.org', null)
    await hana.presses('Sign in')
    await menu(hana).waitFor()
    await picks(hana, 'Administration')
    await hana.types('Search people', 'tanaka')
    await hana.page.getByText('1 room').waitFor()
    await hana.button('Options for Mei Tanaka').click()
    await hana.page.getByRole('menuitem', { name: 'Disable account' }).click()
    await hana.page.getByText('Disabled', { exact: true }).waitFor()
    await mei.page.reload()
    await mei.heading('Sign in').waitFor()
    await types(mei, 'mei@example.org', null)
    await mei.presses('Sign in')
    await mei.reads('An administrator has disabled this account.')
    await hana.button('Options for Mei Tanaka').click()
    await hana.page.getByRole('menuitem', { name: 'Enable account' }).click()
    await hana.page.getByText('Disabled', { exact: true }).waitFor({ state: 'detached' })
    await mei.presses('Sign in')
    await menu(mei).waitFor()

    await picks(mei, 'Your account')
    await mei.presses('Delete my account')
    const sure = mei.page.getByRole('alertdialog', { name: 'Delete my account' })
    await sure.getByText('Reading circle').waitFor()
    await isAccessible(mei)
    await sure.getByLabel('Password').fill(PASSWORD)
    await sure.getByRole('button', { name: 'Delete for good' }).click()
    await mei.reads('To create rooms here, sign in.')
    expect(await hana.page.getByText('Mei Tanaka').count()).toBe(1)
    await hana.page.reload()
    await hana.reads('hana@example.org')
    expect(await hana.page.getByText('Mei Tanaka').count()).toBe(0)
  },
)

story('[MEMBER-1] [MEMBER-5] a host names who runs the room, and hands it over', async ({ server, visitor, url }) => {
  await hanaIsAdmin(server)
  const hana = await visitor('Hana Weber')
  await hana.page.goto(`${url}/sign-in`)
  await types(hana, 'hana@example.org', null)
  await hana.presses('Sign in')
  await menu(hana).waitFor()
  await hana.createsRoom('Choir', 'Interactive')
  const room = hana.page.url()
  const members = hana.page.getByRole('region', { name: 'Who runs this room' })
  await hana.types('Email or group', 'nobody@')
  await members.getByRole('button', { name: 'Add', exact: true }).click()
  await hana.reads('This is not an email address.')
  await hana.types('Email or group', 'Teachers')
  await hana.page.getByLabel('Role', { exact: true }).selectOption('Co-host')
  await members.getByRole('button', { name: 'Add', exact: true }).click()
  await members.getByText('Group, Co-host').waitFor()
  await isAccessible(hana)
  await members.getByRole('button', { name: 'Take the role from Teachers' }).click()
  await members.getByText('Teachers').waitFor({ state: 'detached' })

  const kwame = await visitor('Kwame Mensah', PHONE)
  await kwame.page.goto(`${url}/sign-up`)
  await types(kwame, 'kwame@example.org', 'Kwame Mensah')
  await kwame.presses('Create account')
  await menu(kwame).waitFor()
  await kwame.page.goto(await linkIn(hana, url, { kind: 'verify-email', to: 'kwame@example.org' }))
  await kwame.presses('Confirm')
  await kwame.reads('Thank you. Your email is confirmed.')
  await hana.presses('Hand over the room')
  const dialog = hana.page.getByRole('dialog', { name: 'Hand over the room' })
  await dialog.getByLabel('Email of the new host').fill('kwame@example.org')
  await isAccessible(hana)
  await dialog.getByRole('button', { name: 'Hand over the room' }).click()
  await dialog.waitFor({ state: 'detached' })
  await members.waitFor()
  expect(await members.getByRole('button', { name: 'Hand over the room' }).count()).toBe(0)
  await kwame.page.goto(room)
  await kwame.button('Hand over the room').waitFor()
  await isAccessible(kwame)
  await kwame.presses('Join now')
  await kwame.heading('Set devices').waitFor()
})

story('[ACCOUNT-3] who has tried a password too often reads for how long to wait', async ({ visitor, url }) => {
  const mei = await visitor('Mei Tanaka', PHONE)
  const data = { email: 'guessed@example.org', password: 'a guess' }
  for (let n = 0; n < 10; n += 1)
    await mei.context.request.post(`${url}/api/account/sign-in`, { data, headers: { origin: url } })
  await mei.page.goto(`${url}/sign-in`)
  await types(mei, data.email, null)
  await mei.presses('Sign in')
  await mei.reads('That was tried too often. Try again in a minute.')
  await isAccessible(mei)
})
