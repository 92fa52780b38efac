/** What a provider says of somebody. `emailVerified`: the provider has made sure that the e-mail is theirs. */
export type Claimed = { email: string | null; emailVerified: boolean }

/**
 * What is known here. `linkedTo`: whose the identity is; `holder`: who has the e-mail, and whether they are somebody at the provider
 * already; `asking`: who links it from their account page.
 */
export type Known = {
  linkedTo: string | null
  holder: { id: string; emailVerified: boolean; isLinked: boolean } | null
  asking: string | null
}

export type IdentityRefusal = 'identity-taken' | 'provider-no-email' | 'link-first'
export type IdentityOutcome =
  | { act: 'sign-in' | 'link'; account: string }
  | { act: 'make'; email: string; emailVerified: boolean }
  | { refusal: IdentityRefusal }

/**
 * Whose account an identity opens. One e-mail is somebody's on both sides only where both sides have made sure of it: else who
 * signs up here with another's e-mail, or there, would come into an account that is not theirs. Nor is who has an e-mail at the provider
 * today who had it there before. [ACCOUNT-10]
 */
export function decideIdentity(claimed: Claimed, { linkedTo, holder, asking }: Known): IdentityOutcome {
  if (asking !== null) {
    if (linkedTo === null) return { act: 'link', account: asking }
    return linkedTo === asking ? { act: 'sign-in', account: asking } : { refusal: 'identity-taken' }
  }
  if (linkedTo !== null) return { act: 'sign-in', account: linkedTo }
  if (claimed.email === null) return { refusal: 'provider-no-email' }
  if (!holder) return { act: 'make', email: claimed.email, emailVerified: claimed.emailVerified }
  if (claimed.emailVerified && holder.emailVerified && !holder.isLinked) return { act: 'link', account: holder.id }
  return { refusal: 'link-first' }
}

/** The ways in which somebody can sign in. */
export type Ways = { password: boolean; provider: boolean; passkeys: number }

/** Whether one way can be taken away: another has to stay. [ACCOUNT-11] */
export function isLastWay({ password, provider, passkeys }: Ways): boolean {
  return Number(password) + Number(provider) + passkeys <= 1
}

const GROUPS_MAX = 500
const GROUP_LENGTH_MAX = 200

/** The groups that a claim names; what is none, or too long for one, is left out. [ACCOUNT-12] */
export function readGroups(claim: unknown): string[] {
  const all: unknown[] = Array.isArray(claim) ? claim.slice(0, GROUPS_MAX) : [claim]
  return [...new Set(all.filter((name): name is string => isGroup(name)))]
}

function isGroup(name: unknown): boolean {
  return typeof name === 'string' && name.length > 0 && name.length <= GROUP_LENGTH_MAX
}
