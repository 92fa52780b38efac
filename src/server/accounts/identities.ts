import type { Transaction } from 'kysely'
import type { Language } from '../../protocol/language.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis } from '../../protocol/types.ts'
import { decideIdentity } from '../../rules/accounts/identity.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { newId } from '../secrets.ts'
import { audit } from './audit-log.ts'
import type { Identity } from './oidc-provider.ts'

/**
 * Finds, links or makes the account of an identity, and keeps the groups that the provider says now; gives those of before too. `asking` is the account whose holder
 * links it from their account page; null for who signs in. [ACCOUNT-10] [ACCOUNT-12]
 */
export async function accountOf(
  database: Database,
  identity: Identity,
  { asking, language, at }: { asking: string | null; language: Language | null; at: Millis },
): Promise<{ account: string; isNew: boolean; groups: string[] } | { refusal: Refusal }> {
  return await database.transaction().execute(async (within) => {
    const linked = await within
      .selectFrom('identities')
      .select('userId')
      .where('providerId', '=', identity.issuer)
      .where('accountId', '=', identity.subject)
      .executeTakeFirst()
    const holder = await holderOf(within, identity)
    const outcome = decideIdentity(identity, { linkedTo: linked?.userId ?? null, holder, asking })
    if ('refusal' in outcome) return outcome
    const account =
      outcome.act === 'make' ? await make(within, identity, { ...outcome, language, at }) : outcome.account
    if (outcome.act !== 'sign-in') await link(within, identity, { account, at })
    const before = await keepGroups(within, account, identity.groups)
    return { account, isNew: outcome.act === 'make', groups: [...before, ...identity.groups] }
  })
}

async function holderOf(within: Transaction<Tables>, { email, issuer }: Identity) {
  if (email === null) return null
  const row = await within
    .selectFrom('accounts')
    .leftJoin('identities', (join) =>
      join.onRef('identities.userId', '=', 'accounts.id').on('identities.providerId', '=', issuer),
    )
    .select(['accounts.id', 'emailVerified', 'accountId'])
    .where('email', '=', email)
    .executeTakeFirst()
  return row ? { id: row.id, emailVerified: row.emailVerified !== 0, isLinked: row.accountId !== null } : null
}

async function make(
  within: Transaction<Tables>,
  { name }: Identity,
  given: { email: string; emailVerified: boolean; language: Language | null; at: Millis },
): Promise<string> {
  const { email, emailVerified, language, at } = given
  const id = newId()
  const now = new Date(at).toISOString()
  await within
    .insertInto('accounts')
    .values({
      id,
      // An e-mail's first part is what there is of a name where the provider says none.
      name: name ?? email.split('@')[0] ?? email,
      email,
      emailVerified: Number(emailVerified),
      image: null,
      createdAt: now,
      updatedAt: now,
      role: 'member',
      disabledAt: null,
      language,
      timeZone: null,
    })
    .execute()
  await audit(within, { at, by: id, act: 'account-made', about: id })
  return id
}

async function link(
  within: Transaction<Tables>,
  { issuer, subject }: Identity,
  { account, at }: { account: string; at: Millis },
): Promise<void> {
  const now = new Date(at).toISOString()
  // An account is one person there, not several: the former identity gives way.
  await within.deleteFrom('identities').where('userId', '=', account).where('providerId', '=', issuer).execute()
  await within
    .insertInto('identities')
    .values({
      id: newId(),
      userId: account,
      providerId: issuer,
      accountId: subject,
      password: null,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await audit(within, { at, by: account, act: 'identity-linked', about: account })
}

/** Gives the groups of before. */
async function keepGroups(
  within: Transaction<Tables>,
  account: string,
  groups: readonly string[],
): Promise<readonly string[]> {
  const before = await within.deleteFrom('accountGroups').where('account', '=', account).returning('name').execute()
  const names = before.map(({ name }) => name)
  if (groups.length === 0) return names
  await within
    .insertInto('accountGroups')
    .values(groups.map((name) => ({ account, name })))
    .execute()
  return names
}
