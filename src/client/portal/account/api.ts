import * as v from 'valibot'
import {
  AccountPage,
  DeletionPage,
  SignedInPage,
  type DeleteAccount,
  type NewPassword,
  type Profile,
  type SignIn,
  type SignUp,
} from '../../../protocol/accounts.ts'
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
export const saveProfile = async (profile: Profile) => await sent('account/profile', profile)
export const changePassword = async (change: NewPassword) => await sent('account/password', change)
export const readSignedIn = async () => await asked(SignedInPage, '/api/account/sign-ins')
export const signOutThere = async (id: string) => await sent(`account/sign-ins/${id}/end`)
export const readDeletion = async () => await asked(DeletionPage, '/api/account/deletion')
export const deleteAccount = async (sure: DeleteAccount) => await sent('account/delete', sure)
export const claimRoom = async (room: string) => await sent(`rooms/${room}/claim`)
