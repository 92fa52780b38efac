import { afterAll, beforeAll, expect } from 'vitest'
import { oidcEnv, openOidcServer, type OidcServer } from '../../test/server/oidc-server.ts'
import { isAccessible } from '../support/axe.ts'
import { PHONE, serverStories } from '../support/story.ts'
import type { Visitor } from '../support/visitor.ts'

const people = {
  mei: { name: 'Mei Tanaka', email: 'mei@example.org', email_verified: true, groups: ['staff', 'choir'] },
  sam: { name: 'Sam Okoro', email: 'sam@example.org', email_verified: false },
}

let rostrum = ''
let provider: OidcServer
const env: Record<string, string> = { ROSTRUM_CREATE: 'members' }
beforeAll(async () => {
  provider = await openOidcServer(people, () => rostrum)
  Object.assign(env, oidcEnv(provider.url))
})
afterAll(async () => await provider.close())
const story = serverStories({ env })

const PASSWORD = 'correct horse battery'

/** Says at the provider who somebody is. */
async function saysThere(who: Visitor, as: string): Promise<void> {
  await who.page.getByRole('button', { name: as, exact: true }).click()
  await comesBack(who)
}

/** Was at the provider and nowhere else; that its pages are another server's is what they are for. */
async function comesBack(who: Visitor): Promise<void> {
  await who.page.waitForURL((url) => url.origin === rostrum)
  const elsewhere = who.foreign.splice(0)
  expect(elsewhere.filter((url) => !url.startsWith(provider.url))).toEqual([])
}

const menu = (who: Visitor) => who.button(`Account of ${who.name}`)

async function opensAccount(who: Visitor): Promise<void> {
  await menu(who).click()
  await who.page.getByRole('menuitem', { name: 'Your account', exact: true }).click()
  await who.heading('Your account').waitFor()
}

async function signsUp(who: Visitor, email: string): Promise<void> {
  await who.page.goto(`${rostrum}/sign-up`)
  await who.types('Your name', who.name)
  await who.types('Email', email)
  await who.types('Password', PASSWORD)
  await who.presses('Create account')
  await menu(who).waitFor()
}

/** A device with the person at it, who agrees to everything. */
async function hasDevice(who: Visitor): Promise<void> {
  const devtools = await who.context.newCDPSession(who.page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

story(
  '[ACCOUNT-9] [ACCOUNT-11] [ACCOUNT-12] somebody signs in by the provider, sees their groups, and keeps the one way',
  async ({ visitor, url }) => {
    rostrum = url
    const mei = await visitor('Mei Tanaka', PHONE)
    await mei.page.goto(`${url}/sign-in`)
    await mei.button('Sign in with Harbour ID').waitFor()
    await isAccessible(mei)
    await mei.presses('Sign in with Harbour ID')
    await saysThere(mei, 'nobody')
    await mei.reads(/The sign-in service did not sign you in\./)
    await isAccessible(mei)
    await mei.presses('Sign in with Harbour ID')
    await saysThere(mei, 'mei')
    await menu(mei).waitFor()
    await opensAccount(mei)
    await mei.reads('Your groups there: choir and staff')
    await isAccessible(mei)
    await mei.presses('Unlink Harbour ID')
    await mei.reads('You would have no way left to sign in. Add another one first.')
  },
)

story(
  '[ACCOUNT-10] [ACCOUNT-11] who has an account with the same e-mail is told how to link the provider, and does',
  async ({ visitor, url }) => {
    rostrum = url
    const sam = await visitor('Sam Okoro')
    await signsUp(sam, 'sam@example.org')
    const elsewhere = await visitor('Sam Okoro')
    await elsewhere.page.goto(`${url}/sign-in`)
    await elsewhere.presses('Sign in with Harbour ID')
    await saysThere(elsewhere, 'sam')
    await elsewhere.reads(/There is an account with this email\. Sign in to it as before/)
    await opensAccount(sam)
    await sam.presses('Link Harbour ID')
    await saysThere(sam, 'sam')
    await sam.button('Unlink Harbour ID').waitFor()
    await elsewhere.presses('Sign in with Harbour ID')
    await menu(elsewhere).waitFor()
    await comesBack(elsewhere)
    await sam.presses('Unlink Harbour ID')
    await sam.button('Link Harbour ID').waitFor()
  },
)

story('[ACCOUNT-13] a passkey is made, signs in by itself, and is removed', async ({ visitor, url }) => {
  rostrum = url
  const hana = await visitor('Hana Weber')
  await hasDevice(hana)
  await signsUp(hana, 'hana@example.org')
  await opensAccount(hana)
  await hana.types('Name of the passkey', 'Desk')
  await hana.presses('Add a passkey')
  await hana.button('Remove Desk').waitFor()
  await isAccessible(hana)
  // Where the browser offers passkeys at the field for the e-mail, this device picks one at once.
  await hana.presses('Sign out everywhere')
  await hana.page.waitForURL((address) => address.pathname === '/')
  await menu(hana).waitFor()
  await hana.context.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => await Promise.resolve(false)
  })
  await opensAccount(hana)
  await hana.presses('Sign out everywhere')
  await hana.presses('Sign in with a passkey')
  await menu(hana).waitFor()
  await opensAccount(hana)
  await hana.reads(/last used/)
  await hana.presses('Remove Desk')
  await hana.button('Remove Desk').waitFor({ state: 'detached' })
  await hana.presses('Sign out everywhere')
  await hana.presses('Sign in with a passkey')
  await hana.reads('This passkey does not open an account here. Sign in another way.')
})
