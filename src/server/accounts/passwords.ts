import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

// OWASP's figures for scrypt; about 50 ms and 128 MB·s⁻¹ of a thread of libuv's pool, never of the loop.
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1_048_576 } satisfies ScryptOptions
const KEY_BYTES = 32
const SALT_BYTES = 16

/** What is kept of a password: its salt and its key by scrypt (RFC 7914), in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return `${salt.toString('base64url')}.${(await keyOf(password, salt)).toString('base64url')}`
}

/** Whether a password is the one of which this is kept. */
export async function isPassword({ password, hash }: { password: string; hash: string }): Promise<boolean> {
  const [salt = '', key = ''] = hash.split('.')
  const kept = Buffer.from(key, 'base64url')
  const given = await keyOf(password, Buffer.from(salt, 'base64url'))
  return kept.length === given.length && timingSafeEqual(kept, given)
}

/** Characters that look the same and are the same: NFKC, as RFC 8265 wants it of passwords. */
async function keyOf(password: string, salt: Buffer): Promise<Buffer> {
  return await new Promise((done, failed) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (fault, key) => (fault ? failed(fault) : done(key)))
  })
}
