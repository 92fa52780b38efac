import type { MemberRole } from '../../protocol/members.ts'
import type { Role } from '../../protocol/types.ts'
import { can, isLower } from '../permissions/policy.ts'

/** The highest of the roles that come by who somebody is; null for none. [MEMBER-2] */
export function highestOf(roles: readonly Role[]): Role | null {
  return roles.reduce<Role | null>(
    (highest, role) => (highest === null || isLower(highest, role) ? role : highest),
    null,
  )
}

/** Whether somebody may give a role to a member, or take it from one: co-hosts are made by the host alone. [MEMBER-5] */
export function mayGiveToMember(by: Role, role: MemberRole): boolean {
  return can({ role: by }, 'setMembers') && (role !== 'cohost' || by === 'host')
}
