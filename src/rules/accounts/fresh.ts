import type { Millis } from '../../protocol/types.ts'

const FRESH: Millis = 10 * 60_000

/**
 * Whether somebody proved so shortly before who they are that the browser may change how the account is signed in to. A proof of the future was
 * given before the clock was set back, and says nothing of now. [ACCOUNT-17]
 */
export function isFresh(provenAt: Millis, now: Millis): boolean {
  return provenAt <= now && now - provenAt <= FRESH
}

/**
 * When somebody who comes by a provider proved who they are: as it says, for it may have sent on who signed in there long ago; now where it says
 * nothing. [ACCOUNT-22]
 */
export function provenThere(signedInAt: Millis | null, now: Millis): Millis {
  return signedInAt === null ? now : Math.min(signedInAt, now)
}
