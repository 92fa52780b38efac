import * as v from 'valibot'
import { PicturePath } from './rooms.ts'
import { Id } from './types.ts'

/** The longest address of an e-mail, in characters (RFC 5321, 4.5.3.1.3). */
export const EMAIL_MAX = 254
/** The shortest and the longest password, in characters. */
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 256

// Length before work: what is longer than anything that can be right is not looked at.
const Text = v.pipe(v.string(), v.maxLength(1_000))
const Address = v.pipe(v.string(), v.maxLength(EMAIL_MAX), v.email())

export type EmailFault = 'email-invalid'
export type PasswordFault = 'password-short' | 'password-long'

/** Reads an address as somebody types it: small letters, without space around it. */
export function readEmail(typed: string): { email: string } | { fault: EmailFault } {
  if (typed.length > 2 * EMAIL_MAX) return { fault: 'email-invalid' }
  const email = typed.trim().toLowerCase()
  return v.is(Address, email) ? { email } : { fault: 'email-invalid' }
}

/** Reads a password as somebody types it: every character counts. */
export function readPassword(typed: string): { password: string } | { fault: PasswordFault } {
  if (typed.length < PASSWORD_MIN) return { fault: 'password-short' }
  return typed.length > PASSWORD_MAX ? { fault: 'password-long' } : { password: typed }
}

/** What an account may do on the whole server. */
export const AccountRole = v.picklist(['member', 'admin'])
export type AccountRole = v.InferOutput<typeof AccountRole>

/** POST /api/account/sign-up: makes an account, and signs the browser in. */
export const SignUp = v.object({ name: Text, email: Text, password: Text, language: v.optional(Text) })
export type SignUp = v.InferOutput<typeof SignUp>

/** POST /api/account/sign-in */
export const SignIn = v.object({ email: Text, password: Text })
export type SignIn = v.InferOutput<typeof SignIn>

/** POST /api/account/password: a new password for who knows the present one. All other browsers are signed out. */
export const NewPassword = v.object({ current: Text, password: Text })
export type NewPassword = v.InferOutput<typeof NewPassword>

/** POST /api/account/oidc: begins to sign in by the provider. `to` is a path of ours; `link`: for the account that is signed in. */
export const BeginOidc = v.object({ to: Text, link: v.boolean(), language: v.optional(Text) })
export type BeginOidc = v.InferOutput<typeof BeginOidc>

/** Where to go for it. */
export const OidcBegun = v.object({ to: v.string() })
export type OidcBegun = v.InferOutput<typeof OidcBegun>

/** GET /api/account/ways: how the account is signed in to. `provider`: null where the server has none. `groups`: those the provider told of. */
export const WaysPage = v.object({
  password: v.boolean(),
  provider: v.nullable(v.object({ name: v.string(), isLinked: v.boolean() })),
  groups: v.array(v.string()),
  passkeys: v.array(v.object({ id: v.string(), name: v.string(), at: v.number(), usedAt: v.nullable(v.number()) })),
})
export type WaysPage = v.InferOutput<typeof WaysPage>

// What a device says of itself, in base64url; with an unusual key it is some kilobytes.
const FromDevice = v.pipe(v.string(), v.maxLength(7_000))
const PublicKey = { id: FromDevice, rawId: FromDevice, type: v.literal('public-key') }

/** POST /api/account/passkeys: keeps a passkey that a device has made, as the browser tells of it (WebAuthn, RegistrationResponseJSON). */
export const NewPasskey = v.object({
  name: Text,
  made: v.object({
    ...PublicKey,
    response: v.object({ clientDataJSON: FromDevice, attestationObject: FromDevice }),
  }),
})
export type NewPasskey = v.InferOutput<typeof NewPasskey>

/** POST /api/account/passkey-sign-in: what a device says by a passkey (WebAuthn, AuthenticationResponseJSON). */
export const UsedPasskey = v.object({
  used: v.object({
    ...PublicKey,
    response: v.object({ clientDataJSON: FromDevice, authenticatorData: FromDevice, signature: FromDevice }),
  }),
})
export type UsedPasskey = v.InferOutput<typeof UsedPasskey>

/** POST /api/account/passkeys/remove */
export const RemovePasskey = v.object({ id: FromDevice })
export type RemovePasskey = v.InferOutput<typeof RemovePasskey>

const Algorithm = v.object({ alg: v.number(), type: v.literal('public-key') })

/** POST /api/account/passkeys/begin: what the browser asks a device for, to make a passkey. */
export const PasskeyWish = v.object({
  challenge: v.string(),
  rp: v.object({ id: v.string(), name: v.string() }),
  user: v.object({ id: v.string(), name: v.string(), displayName: v.string() }),
  pubKeyCredParams: v.array(Algorithm),
  excludeCredentials: v.array(v.object({ id: v.string(), type: v.literal('public-key') })),
  timeout: v.number(),
})
export type PasskeyWish = v.InferOutput<typeof PasskeyWish>

/** POST /api/account/passkey-sign-in/begin: what the browser asks a device for, to sign in by one. */
export const PasskeyQuestion = v.object({ challenge: v.string(), rpId: v.string(), timeout: v.number() })
export type PasskeyQuestion = v.InferOutput<typeof PasskeyQuestion>

/** POST /api/account/forgot: asks for a mail with a link by which a new password is chosen. `language`: of the browser. */
export const Forgot = v.object({ email: Text, language: v.optional(Text) })
export type Forgot = v.InferOutput<typeof Forgot>

/** POST /api/account/reset/:token: a new password for who has the mail. The account is signed out everywhere. */
export const ResetPassword = v.object({ password: Text })
export type ResetPassword = v.InferOutput<typeof ResetPassword>

/** POST /api/account/email: asks for a mail to a new address; it is the account's once it is confirmed there. */
export const ChangeEmail = v.object({ email: Text, password: Text })
export type ChangeEmail = v.InferOutput<typeof ChangeEmail>

/** POST /api/account/profile */
export const Profile = v.object({ name: Text, language: v.nullable(Text), timeZone: v.nullable(Text) })
export type Profile = v.InferOutput<typeof Profile>

/** POST /api/account/reminders: by when mails remind of what one has a part in. [REMIND-2] */
export const RemindersWish = v.object({ day: v.boolean(), hour: v.boolean() })
export type RemindersWish = v.InferOutput<typeof RemindersWish>

/** POST /api/account/delete: the password is asked again. */
export const DeleteAccount = v.object({ password: Text })
export type DeleteAccount = v.InferOutput<typeof DeleteAccount>

/** An account as its own holder sees it. */
export const OwnAccount = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  emailVerified: v.boolean(),
  role: AccountRole,
  picture: PicturePath,
  language: v.nullable(v.string()),
  timeZone: v.nullable(v.string()),
  reminders: RemindersWish,
})
export type OwnAccount = v.InferOutput<typeof OwnAccount>

/**
 * GET /api/account: who is signed in in this browser, null for nobody. `mayCreate`: why no room can be created, null where one can.
 * `isSetUp`: there is an administrator. `provider`: by what else one can sign in, as people call it.
 */
export const AccountPage = v.object({
  account: v.nullable(OwnAccount),
  mayCreate: v.nullable(v.picklist(['sign-in-first', 'admins-only'])),
  isSetUp: v.boolean(),
  provider: v.nullable(v.string()),
})
export type AccountPage = v.InferOutput<typeof AccountPage>

/** A browser in which an account is signed in. Times are ms since 1970. */
export const SignedIn = v.object({
  id: v.string(),
  since: v.number(),
  browser: v.nullable(v.string()),
  isThis: v.boolean(),
})
export type SignedIn = v.InferOutput<typeof SignedIn>

/** GET /api/account/sign-ins: where the account is signed in, the newest first. */
export const SignedInPage = v.object({ signIns: v.array(SignedIn) })
export type SignedInPage = v.InferOutput<typeof SignedInPage>

/** GET /api/account/deletion: what goes with the account. `rooms`: those that are deleted with it. */
export const DeletionPage = v.object({ rooms: v.array(v.object({ room: Id, name: v.string() })) })
export type DeletionPage = v.InferOutput<typeof DeletionPage>

/** A person on the page of administrators. */
export const AdminPerson = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  role: AccountRole,
  isDisabled: v.boolean(),
  rooms: v.number(),
  createdAt: v.number(),
})
export type AdminPerson = v.InferOutput<typeof AdminPerson>

/**
 * GET /api/admin/people?search=&language=&after=: a hundred accounts at a time, by name in the order of the language; `after` is the `next` of the
 * hundred before, which is null where there are no more.
 */
export const AdminPeople = v.object({ people: v.array(AdminPerson), next: v.nullable(v.string()) })
export type AdminPeople = v.InferOutput<typeof AdminPeople>

/** POST /api/admin/people/:id: what an administrator changes of an account. */
export const AdminChange = v.object({ role: v.optional(AccountRole), isDisabled: v.optional(v.boolean()) })
export type AdminChange = v.InferOutput<typeof AdminChange>

/** POST /api/admin/people/:id/hand-over: gives all rooms of one account to another. */
export const HandOverAll = v.object({ to: Text })
export type HandOverAll = v.InferOutput<typeof HandOverAll>

/**
 * GET /api/admin/settings: what the operator has set; null for a secret that is set. `people`: who is in rooms just now; `viewers`: how many
 * with pictures the media hold, null where nothing is known.
 */
export const SettingsPage = v.object({
  settings: v.array(v.object({ name: v.string(), value: v.nullable(v.string()) })),
  people: v.number(),
  viewers: v.nullable(v.number()),
})
export type SettingsPage = v.InferOutput<typeof SettingsPage>

/** GET /api/admin/audit?before=: what was done, the newest first, a hundred at a time. `by` and `about` are names. */
export const AuditPage = v.object({
  acts: v.array(
    v.object({
      n: v.number(),
      at: v.number(),
      by: v.nullable(v.string()),
      act: v.string(),
      about: v.nullable(v.string()),
    }),
  ),
})
export type AuditPage = v.InferOutput<typeof AuditPage>
