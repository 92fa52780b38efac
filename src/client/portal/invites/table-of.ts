import type { InviteMade } from '../../../protocol/portal/invites.ts'

/** Emails and addresses as a CSV file (RFC 4180): neither can hold a separator or a quote. */
export function tableOf(made: readonly InviteMade[]): string {
  return made.map(({ invite, address }) => `${invite.email},${address}\r\n`).join('')
}
