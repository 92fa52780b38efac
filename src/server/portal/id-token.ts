import { createHmac, timingSafeEqual } from 'node:crypto'

// An id of 22 characters, and as many that nobody else can make.
const ID = 22
const TOKEN = /^[\w-]{44}$/

/** A secret for one purpose of what has an id, as an account. It follows from the server's key, and is kept nowhere. */
export function idToken(serverKey: string, purpose: string, id: string): string {
  const mac = createHmac('sha256', serverKey).update(`${purpose} ${id}`).digest().subarray(0, 16)
  return id + mac.toString('base64url')
}

/** The id that a token says it is for, true or not; null where it is none. */
export const saidId = (token: string): string | null => (TOKEN.test(token) ? token.slice(0, ID) : null)

/** Whether a token is the one of its id for that purpose. */
export function isIdToken(serverKey: string, purpose: string, token: string): boolean {
  const id = saidId(token)
  return id !== null && timingSafeEqual(Buffer.from(idToken(serverKey, purpose, id)), Buffer.from(token))
}
