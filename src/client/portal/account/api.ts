import * as v from 'valibot'
import {
  AccountPage,
  DeletionPage,
  OidcBegun,
  PasskeyQuestion,
  PasskeyWish,
  SignedInPage,
  WaysPage,
  type BeginOidc,
  type ChangeEmail,
  type DeleteAccount,
  type Forgot,
  type NewPasskey,
  type NewPassword,
  type Profile,
  type RemindersWish,
  type ResetPassword,
  type SignIn,
  type SignUp,
  type UsedPasskey,
} from '../../../protocol/accounts.ts'
import { MailWish, type MailsEnded } from '../../../protocol/mail.ts'
import { asked, type Answer } from '../api.ts'

const Nothing = v.null()
const sent = async (path: string, body: unknown = {}) => await asked(Nothing, `/api/${path}`, body)

/** Who is signed in here, and what may be done without. */
export const readAccount = async (): Promise<Answer<AccountPage>> => await asked(AccountPage, '/api/account')
export const signUp = async (person: SignUp) => await sent('account/sign-up', person)
export const signIn = async (person: SignIn) => await sent('account/sign-in', person)
export const signOut = async () => await sent('account/sign-out')
export const signOutEverywhere = async () => await sent('account/sign-out-everywhere')
/** Makes the administrator: of who is signed in, or of a new account. */
export const setUpBy = async (token: string, person: SignUp | null) => await sent(`setup/${token}`, person ?? {})
export const sendVerification = async () => await sent('account/verify')
/** Presses what a link in a mail leads to. */
export const confirmByMail = async (what: 'verify' | 'email', token: string) => await sent(`account/${what}/${token}`)
export const changeEmail = async (change: ChangeEmail) => await sent('account/email', change)
export const askForReset = async (forgot: Forgot) => await sent('account/forgot', forgot)
export const resetPassword = async (token: string, chosen: ResetPassword) =>
  await sent(`account/reset/${token}`, chosen)
/** Where to go to sign in by the provider. */
export const beginOidc = async (wish: BeginOidc) => await asked(OidcBegun, '/api/account/oidc', wish)
export const readWays = async () => await asked(WaysPage, '/api/account/ways')
export const unlinkProvider = async () => await sent('account/provider/unlink')
export const wishForPasskey = async () => await asked(PasskeyWish, '/api/account/passkeys/begin', {})
export const addPasskey = async (passkey: NewPasskey) => await sent('account/passkeys', passkey)
export const removePasskey = async (id: string) => await sent('account/passkeys/remove', { id })
export const askForPasskey = async () => await asked(PasskeyQuestion, '/api/account/passkey-sign-in/begin', {})
export const signInByPasskey = async (passkey: UsedPasskey) => await sent('account/passkey-sign-in', passkey)
export const saveProfile = async (profile: Profile) => await sent('account/profile', profile)
export const saveReminders = async (wish: RemindersWish) => await sent('account/reminders', wish)
/** Ends reminders, for who has one. */
export const stopReminders = async (token: string) => await sent(`stop/${token}`)
/** What was ended of the mails to an address; `at`: the room and the secret of the mail. */
export const readMailWish = async (at: string) => await asked(MailWish, `/api/mails/${at}`)
export const endMails = async (at: string, ended: MailsEnded) => await asked(MailWish, `/api/mails/${at}`, { ended })
export const changePassword = async (change: NewPassword) => await sent('account/password', change)
export const readSignedIn = async () => await asked(SignedInPage, '/api/account/sign-ins')
export const signOutThere = async (id: string) => await sent(`account/sign-ins/${id}/end`)
export const readDeletion = async () => await asked(DeletionPage, '/api/account/deletion')
export const deleteAccount = async (sure: DeleteAccount) => await sent('account/delete', sure)
export const claimRoom = async (room: string) => await sent(`rooms/${room}/claim`)
