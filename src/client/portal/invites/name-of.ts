import type { InviteRow } from '../../../protocol/portal/invites.ts'

/** Whom an invitation is written to: their name, or else their email; empty for nobody in particular. */
export function nameOf({ firstName, lastName, email }: InviteRow): string {
  return `${firstName} ${lastName}`.trim() || email
}
