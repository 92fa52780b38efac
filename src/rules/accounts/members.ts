import type { MemberRole } from '../../protocol/members.ts'
import type { Role } from '../../protocol/types.ts'
import { can, isLower } from '../permissions/policy.ts'

/** What comes to somebody in a room by who they are: a role, and whether they moderate the chat besides. */
export type ByName = { role: Role | null; chatModerator: boolean }

/** What an account has of all that its memberships give; `isOwner`: the room is its own. [MEMBER-2] [MEMBER-6] */
export function byNameOf(given: readonly MemberRole[], isOwner: boolean): ByName {
  const roles = given.filter((each) => each !== 'chatModerator')
  return {
    role: highestOf(isOwner ? ['host', ...roles] : roles),
    chatModerator: given.includes('chatModerator'),
  }
}

/** The highest of the roles that come by who somebody is; null for none. [MEMBER-2] */
function highestOf(roles: readonly Role[]): Role | null {
  return roles.reduce<Role | null>(
    (highest, role) => (highest === null || isLower(highest, role) ? role : highest),
    null,
  )
}

/** Whether somebody may give a role to a member, or take it from one: co-hosts are made by the host alone. [MEMBER-5] */
export function mayGiveToMember(by: Role, role: MemberRole): boolean {
  return can({ role: by }, 'setMembers') && (role !== 'cohost' || by === 'host')
}
