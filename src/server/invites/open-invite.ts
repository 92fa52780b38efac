import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { refusedToUse, type Comer, type Invite } from '../../rules/invites/use-invite.ts'
import type { AppContext } from '../app-context.ts'
import { claimInvite, inviteByKey, inviteOf, type StoredInvite } from './invite-rows.ts'

/** An invitation as it is kept, and as the rules see it. */
export type OpenInvite = { row: StoredInvite; rules: Invite }

// Whoever came first is kept within it, or has failed to come.
const COMING: Millis = 60_000

/** The invitation of a token, by its hash; null if there is none. Who came by it and is forgotten since has left it to another. */
export async function openInvite(
  { clock, database, store }: Pick<AppContext, 'clock' | 'database' | 'store'>,
  key: string,
): Promise<OpenInvite | null> {
  const row = await inviteByKey(database, key)
  if (!row) return null
  const isComing = row.usedAt !== null && clock.now() < row.usedAt + COMING
  const isKept = row.person !== null && (isComing || (await store.person(row.room, row.person)) !== null)
  return { row, rules: inviteOf(row, isKept ? row.person : null) }
}

/** Who comes by an invitation. `person`: who that is in the room already. */
export async function comerBy(
  { accounts }: Pick<AppContext, 'accounts'>,
  { cookie, person, email }: { cookie: string | undefined; person: PersonId | null; email: string | undefined },
): Promise<Comer> {
  const account = await accounts.who(cookie)
  return { person, verified: account?.emailVerified ? account.email : null, typed: email ?? null }
}

/** Lets somebody in by an invitation, who is that person of the room from now on; or says why not. [LINK-7] */
export async function letInBy(
  context: Pick<AppContext, 'clock' | 'database' | 'store'>,
  invite: OpenInvite,
  comer: Comer,
  person: PersonId,
): Promise<Refusal | null> {
  const { clock, database } = context
  const refusal = refusedToUse(invite.rules, comer, clock.now())
  if (refusal || invite.rules.usedBy !== null) return refusal
  if (await claimInvite(database, invite.row, person, clock.now())) return null
  // Somebody else was a moment earlier.
  const now = await openInvite(context, invite.row.key)
  return now ? await letInBy(context, now, comer, person) : 'link-unknown'
}
