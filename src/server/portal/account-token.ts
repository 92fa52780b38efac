import { createHmac, timingSafeEqual } from 'node:crypto'

// An id of 22 characters, and as many that nobody else can make.
const ID = 22
const TOKEN = /^[\w-]{44}$/

/** A secret for one purpose of an account. It follows from the server's key, and is kept nowhere. */
export function accountToken(serverKey: string, purpose: string, account: string): string {
  const mac = createHmac('sha256', serverKey).update(`${purpose} ${account}`).digest().subarray(0, 16)
  return account + mac.toString('base64url')
}

/** The id of the account that a token says it is of, true or not; null where it is none. */
export const saidAccount = (token: string): string | null => (TOKEN.test(token) ? token.slice(0, ID) : null)

/** Whether a token is the one of its account for that purpose. */
export function isAccountToken(serverKey: string, purpose: string, token: string): boolean {
  const account = saidAccount(token)
  return account !== null && timingSafeEqual(Buffer.from(accountToken(serverKey, purpose, account)), Buffer.from(token))
}
