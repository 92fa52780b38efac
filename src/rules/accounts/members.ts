import type { MemberRole } from '../../protocol/members.ts'
import type { Role } from '../../protocol/types.ts'
import { isLower } from '../permissions/policy.ts'

/** The highest of the roles that come by who somebody is; null for none. [MEMBER-2] */
export function highestOf(roles: readonly Role[]): Role | null {
  return roles.reduce<Role | null>(
    (highest, role) => (highest === null || isLower(highest, role) ? role : highest),
    null,
  )
}

/** Whether somebody may give a role to a member, or take it from one: hosts and co-hosts, and co-hosts are made by the host. [MEMBER-5] */
export function mayGiveToMember(by: Role, role: MemberRole): boolean {
  return by === 'host' || (by === 'cohost' && role !== 'cohost')
}
