import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'

// 32 MB and about 60 ms of a core: better-auth's own cost, of which 20 a second fit on one core.
const COST = { log2N: 15, r: 8, p: 1 }
const MEMORY_MAX = 256 * 1_048_576
const KEY_BYTES = 32
const SALT_BYTES = 16
const PARTS = 5

// A core is left to the rooms, however many sign in.
const queue = new PQueue({ concurrency: Math.max(1, availableParallelism() - 1) })

/** What is kept of a password: the cost, its salt and its key by scrypt (RFC 7914), in base64url. The loop does not wait for it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const { log2N, r, p } = COST
  const key = await keyOf(password, salt, COST)
  return [log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('.')
}

/** Whether a password is the one of which this is kept. */
export async function isPassword({ password, hash }: { password: string; hash: string }): Promise<boolean> {
  const parts = hash.split('.')
  if (parts.length !== PARTS) return false
  const [log2N = 0, r = 0, p = 0] = parts.slice(0, 3).map(Number)
  const [salt = '', key = ''] = parts.slice(3)
  const kept = Buffer.from(key, 'base64url')
  const given = await keyOf(password, Buffer.from(salt, 'base64url'), { log2N, r, p })
  return kept.length === given.length && timingSafeEqual(kept, given)
}

/** Characters that look the same and are the same: NFKC, as RFC 8265 wants it of passwords. */
async function keyOf(password: string, salt: Buffer, { log2N, r, p }: typeof COST): Promise<Buffer> {
  const cost = { N: 2 ** log2N, r, p, maxmem: MEMORY_MAX }
  return await queue.add(
    async () =>
      await new Promise<Buffer>((done, failed) => {
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, cost, (fault, key) => (fault ? failed(fault) : done(key)))
      }),
  )
}
