import * as v from 'valibot'
import { EMAIL_MAX } from './accounts.ts'

/** The longest name of a group, in characters. */
export const GROUP_MAX = 200

/** What comes by who somebody is: a role, or the flag beside it. */
export const MemberRole = v.picklist(['cohost', 'moderator', 'chatModerator', 'speaker'])
export type MemberRole = v.InferOutput<typeof MemberRole>

/** Who is meant: an account, whoever has an e-mail and has confirmed it, or a group that accounts are in. */
export const MemberKind = v.picklist(['account', 'email', 'group'])
export type MemberKind = v.InferOutput<typeof MemberKind>

/** Somebody who has a role in a room by who they are. `name` is what is shown of them. */
export const Member = v.object({ kind: MemberKind, subject: v.string(), name: v.string(), role: MemberRole })
export type Member = v.InferOutput<typeof Member>

/** GET /api/rooms/:room/members: for hosts and co-hosts. `mayHandOver`: who asks is the host. */
export const MembersPage = v.object({ members: v.array(Member), mayHandOver: v.boolean() })
export type MembersPage = v.InferOutput<typeof MembersPage>

/** POST /api/rooms/:room/members: gives a role, or another, to an e-mail or a group. */
export const NewMember = v.object({
  kind: v.picklist(['email', 'group']),
  subject: v.pipe(v.string(), v.maxLength(2 * EMAIL_MAX)),
  role: MemberRole,
})
export type NewMember = v.InferOutput<typeof NewMember>

/** POST /api/rooms/:room/members/remove */
export const FormerMember = v.object({ kind: MemberKind, subject: v.pipe(v.string(), v.maxLength(2 * EMAIL_MAX)) })
export type FormerMember = v.InferOutput<typeof FormerMember>

/** POST /api/rooms/:room/hand-over: the room becomes the account's that has this e-mail. */
export const HandOver = v.object({ email: v.pipe(v.string(), v.maxLength(2 * EMAIL_MAX)) })
export type HandOver = v.InferOutput<typeof HandOver>
