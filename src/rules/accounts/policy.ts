import type { AccountRole } from '../../protocol/accounts.ts'

/** Who may create rooms. [ACCOUNT-2] */
export type CreatePolicy = 'anyone' | 'members' | 'admins'

/** Why somebody may not create a room; null where they may. `role` is of who is signed in, null for a guest. [ACCOUNT-2] */
export function refusedToCreate(
  policy: CreatePolicy,
  role: AccountRole | null,
): 'sign-in-first' | 'admins-only' | null {
  if (policy === 'anyone') return null
  if (role === null) return 'sign-in-first'
  return policy === 'members' || role === 'admin' ? null : 'admins-only'
}

/** Whether an account may be taken down, disabled or deleted: of the administrators who can sign in one has to stay. [ACCOUNT-7] */
export function isLastAdmin(account: { role: AccountRole; isDisabled: boolean }, enabledAdmins: number): boolean {
  return account.role === 'admin' && !account.isDisabled && enabledAdmins <= 1
}
