import * as v from 'valibot'
import { Id, LinkRole } from '../types.ts'

/** How many people are invited at once, and how many characters their list has at most. */
export const INVITES_MAX = 1_000
export const LIST_MAX = 200_000

const MINUTE = 60_000
const YEAR = 366 * 24 * 3_600_000
// Length before work: what is longer than anything that can be right is not looked at.
const Text = v.pipe(v.string(), v.maxLength(1_000))
const Token = v.pipe(v.string(), v.maxLength(100))

/** POST /api/rooms/:room/invites: a link for one person, with or without an address, or one for each of a pasted list. [LINK-4] */
export const NewInvites = v.object({
  role: LinkRole,
  /** For how long it lasts, in ms; null for ever. */
  lasts: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(MINUTE), v.maxValue(YEAR))),
  /** For one person only. [LINK-7] */
  isSingle: v.boolean(),
  /** Only for who has the email that it is written to. [LINK-8] */
  isBound: v.boolean(),
  /** In which the mail is written to those of whom nothing is known. */
  language: Text,
  to: v.union([
    v.object({ email: Text, firstName: Text, lastName: Text }),
    // Its length is measured where it is read, so that one that is too long is answered with a reason.
    v.object({ list: v.string() }),
  ]),
})
export type NewInvites = v.InferOutput<typeof NewInvites>

/** How far an invitation got. */
export const InviteState = v.picklist(['unopened', 'opened', 'came', 'revoked', 'expired'])
export type InviteState = v.InferOutput<typeof InviteState>

/** An invitation as those who hand out links see it; times in ms since 1970. `email` is empty where it is written to nobody. */
export const InviteRow = v.object({
  id: Id,
  n: v.number(),
  role: LinkRole,
  email: v.string(),
  firstName: v.string(),
  lastName: v.string(),
  state: InviteState,
  createdAt: v.number(),
  expiresAt: v.nullable(v.number()),
  sentAt: v.nullable(v.number()),
  /** Where its last mail could not be delivered, the mail server's words, or none; else null. [LINK-14] */
  undelivered: v.nullable(v.string()),
  isSingle: v.boolean(),
  isBound: v.boolean(),
})
export type InviteRow = v.InferOutput<typeof InviteRow>

/** GET /api/rooms/:room/invites?before=: the newest first, a hundred at a time; `before` is the last `n` of those above. */
export const InvitePage = v.object({ invites: v.array(InviteRow), more: v.boolean() })
export type InvitePage = v.InferOutput<typeof InvitePage>

/** An invitation that was just made, or made anew; its token is in no other answer. */
export const InviteMade = v.object({ invite: InviteRow, token: Token, address: v.string() })
export type InviteMade = v.InferOutput<typeof InviteMade>

/** A piece of a pasted list that is no address. `line`: counted from 1. `why`: there is an @ that makes none, or none at all. */
export const WrongEntry = v.object({
  line: v.number(),
  text: v.string(),
  why: v.picklist(['email-invalid', 'no-email']),
})
export type WrongEntry = v.InferOutput<typeof WrongEntry>

/** What was made of a list: an invitation for each address, in its order. `merged`: how many addresses stood there again. */
export const InvitesMade = v.object({ made: v.array(InviteMade), wrong: v.array(WrongEntry), merged: v.number() })
export type InvitesMade = v.InferOutput<typeof InvitesMade>

/** POST /api/rooms/:room/invites/send: mails invitations of which the sender has the tokens. [LINK-11] */
export const SendInvites = v.object({
  invites: v.pipe(v.array(v.object({ id: Id, token: Token })), v.minLength(1), v.maxLength(INVITES_MAX)),
})
export type SendInvites = v.InferOutput<typeof SendInvites>
/** How many mails are new, and the emails that have asked for none. [MAIL-17] */
export const InvitesSent = v.object({ sent: v.number(), unwanted: v.array(v.string()) })
export type InvitesSent = v.InferOutput<typeof InvitesSent>
