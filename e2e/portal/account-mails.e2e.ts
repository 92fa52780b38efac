import { isAccessible } from '../support/axe.ts'
import { linkIn } from '../support/mail-links.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const story = serverStories()

const PASSWORD = 'correct horse battery'

const menu = (who: Visitor) => who.button(`Account of ${who.name}`)

story(
  '[ACCOUNT-14] [ACCOUNT-15] somebody confirms the e-mail, forgets the password, and changes the e-mail, by mails alone',
  async ({ server, visitor, url }) => {
    const hana = await visitor('Hana Weber')
    const setUp =
      server.log.map((line) => /^Set up the administrator, once: (\S+)$/.exec(line)?.[1]).find(Boolean) ?? ''
    await hana.page.goto(setUp)
    await hana.types('Your name', 'Hana Weber')
    await hana.types('Email', 'hana@example.org')
    await hana.types('Password', PASSWORD)
    await hana.presses('Become the administrator')
    await hana.heading('Administration').waitFor()

    const mei = await visitor('Mei Tanaka', PHONE)
    await mei.page.goto(`${url}/sign-up`)
    await mei.types('Your name', 'Mei Tanaka')
    await mei.types('Email', 'mei@example.org')
    await mei.types('Password', PASSWORD)
    await mei.presses('Create account')
    await menu(mei).waitFor()
    await mei.page.goto(`${url}/account`)
    await mei.reads(/Your email is not confirmed yet/)
    await isAccessible(mei)
    const confirms = await linkIn(hana, url, { kind: 'verify-email' })
    // Opened where nobody is signed in, it leads to signing in and back.
    const desk = await visitor('Mei Tanaka')
    await desk.page.goto(confirms)
    await desk.presses('Confirm')
    await desk.reads('Sign in first.')
    await isAccessible(desk)
    await desk.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await desk.types('Email', 'mei@example.org')
    await desk.types('Password', PASSWORD)
    await desk.page.keyboard.press('Enter')
    await desk.heading('Confirm your email').waitFor()

    await mei.page.goto(confirms)
    await mei.heading('Confirm your email').waitFor()
    await isAccessible(mei)
    await mei.presses('Confirm')
    await mei.reads('Thank you. Your email is confirmed.')
    await mei.page.goto(confirms)
    await mei.presses('Confirm')
    await mei.reads('This link was used already, or is too old. Ask for a new one.')

    const elsewhere = await visitor('Mei Tanaka', PHONE)
    await elsewhere.page.goto(`${url}/sign-in`)
    await elsewhere.page.getByRole('link', { name: 'Forgot your password?' }).click()
    await elsewhere.heading('Forgot your password?').waitFor()
    await isAccessible(elsewhere)
    await elsewhere.types('Email', 'mei@example.org')
    await elsewhere.page.keyboard.press('Enter')
    await elsewhere.reads(/If there is an account with this email, the mail is on its way\./)
    await elsewhere.page.goto(await linkIn(hana, url, { kind: 'reset-password' }))
    await elsewhere.types('New password', 'short')
    await elsewhere.presses('Choose a new password')
    await isAccessible(elsewhere)
    await elsewhere.types('New password', 'a new pass phrase')
    await elsewhere.presses('Choose a new password')
    await elsewhere.reads('The new password holds. Sign in with it.')
    await mei.page.goto(`${url}/account`)
    await mei.heading('Sign in').waitFor()
    await mei.types('Email', 'mei@example.org')
    await mei.types('Password', 'a new pass phrase')
    await mei.presses('Sign in')
    await menu(mei).waitFor()

    await mei.page.goto(`${url}/account`)
    await mei.types('New email', 'tanaka@example.org')
    await mei.page.getByLabel('Current password').last().fill('a new pass phrase')
    await mei.presses('Change email')
    await mei.reads(/A mail is on its way to the new address/)
    await mei.page.goto(await linkIn(hana, url, { kind: 'change-email' }))
    await mei.presses('Confirm')
    await mei.reads('Thank you. Your email is confirmed.')
    await mei.page.getByRole('link', { name: 'Your account' }).click()
    await mei.reads('tanaka@example.org')
  },
)
