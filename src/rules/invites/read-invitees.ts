import { readEmail } from '../../protocol/accounts.ts'
import type { NewInvites } from '../../protocol/portal/invites.ts'
import { readName } from '../../protocol/names.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { readInviteList, type InviteList } from './read-list.ts'

/**
 * Who is to be invited: those of a list, or one person, who may be nobody in particular unless the link is for an email only. Refused where
 * an email, a name or the list cannot be used. [LINK-4] [LINK-5]
 */
export function readInvitees({ to, isBound }: Pick<NewInvites, 'to' | 'isBound'>): InviteList | { fault: Refusal } {
  if ('list' in to) return readInviteList(to.list)
  const read = to.email.trim() === '' && !isBound ? { email: '' } : readEmail(to.email)
  if ('fault' in read) return read
  const firstName = readName(to.firstName)
  const lastName = readName(to.lastName)
  if ('fault' in firstName && firstName.fault === 'name-long') return firstName
  if ('fault' in lastName && lastName.fault === 'name-long') return lastName
  const nameOf = (name: typeof firstName) => ('name' in name ? name.name : '')
  return { people: [{ ...read, firstName: nameOf(firstName), lastName: nameOf(lastName) }], wrong: [], merged: 0 }
}
