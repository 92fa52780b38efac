import type { InviteState } from '../../protocol/portal/invites.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { LinkRole, Millis, PersonId } from '../../protocol/types.ts'
import { can, LINK_GIVES, mayGive, type Standing } from '../permissions/policy.ts'

/** An invitation as the rules see it. `email` is empty where it is written to nobody; `overAt`: when its time was seen to be over; `usedBy`: who came by it first. */
export type Invite = {
  email: string
  isSingle: boolean
  isBound: boolean
  expiresAt: Millis | null
  overAt: Millis | null
  revokedAt: Millis | null
  openedAt: Millis | null
  usedAt: Millis | null
  usedBy: PersonId | null
}

/** Who comes by an invitation: who that is in the room already, the verified email of an account, and the email that was typed. */
export type Comer = { person: PersonId | null; verified: string | null; typed: string | null }

const isSame = (one: string | null, other: string) => one !== null && one.toLowerCase() === other.toLowerCase()

/** Why an invitation lets nobody in, whoever comes; null where it may let somebody in. [LINK-6] */
export function refusedToOpen(invite: Invite, at: Millis): Refusal | null {
  if (invite.revokedAt !== null) return 'link-revoked'
  return isOver(invite, at) ? 'link-expired' : null
}

/** Whether its time is over: once it was seen to be, whatever a clock says that was set back. [ACCOUNT-20] */
function isOver({ expiresAt, overAt }: Invite, at: Millis): boolean {
  return overAt !== null || (expiresAt !== null && at >= expiresAt)
}

/** Whether the email is asked before it lets this comer in. [LINK-8] */
export function asksEmail(invite: Invite, { person, verified }: Comer): boolean {
  return invite.isBound && !isSame(verified, invite.email) && !isFirst(invite, person)
}

/** Why an invitation does not let this comer in; null where it does. One person is who came first, or has the email it is bound to. [LINK-7] [LINK-8] */
export function refusedToUse(invite: Invite, comer: Comer, at: Millis): Refusal | null {
  const refusal = refusedToOpen(invite, at)
  if (refusal) return refusal
  if (asksEmail(invite, comer)) {
    if (comer.typed === null) return 'email-asked'
    if (!isSame(comer.typed.trim(), invite.email)) return 'email-other'
  }
  const isAnother = invite.isSingle && invite.usedBy !== null && !isFirst(invite, comer.person)
  return isAnother && !invite.isBound ? 'link-used' : null
}

const isFirst = ({ usedBy }: Invite, person: PersonId | null) => person !== null && usedBy === person

/** How far an invitation got. [LINK-10] */
export function stateOf(invite: Invite, at: Millis): InviteState {
  const { revokedAt, usedAt, openedAt } = invite
  if (revokedAt !== null) return 'revoked'
  if (usedAt !== null) return 'came'
  if (isOver(invite, at)) return 'expired'
  return openedAt === null ? 'unopened' : 'opened'
}

/** Whether somebody may make an invitation of a role: who hands out links, and could give that role. [LINK-4] */
export function mayInvite(actor: Standing, role: LinkRole): boolean {
  return can(actor, 'handOutLinks') && mayGive(actor, LINK_GIVES[role], { role: 'participant' })
}
