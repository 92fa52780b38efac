import { createHmac } from 'node:crypto'
import type { MailsEnded } from '../../protocol/mail.ts'
import type { Millis, RoomId } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import { idToken, isIdToken, saidId } from './id-token.ts'

type Context = Pick<AppContext, 'config' | 'database' | 'secrets'>

// So that one statement has no more parameters than SQLite takes.
const ADDRESSES_AT_ONCE = 500

const purposeOf = (room: string) => `no mails about ${room}`

/** What is kept of an address that wants no mails: nobody reads it back, or tries addresses out, without the server's key. */
function hashOf(serverKey: string, email: string): string {
  const mac = createHmac('sha256', serverKey).update(`mails to ${email.toLowerCase()}`)
  return mac.digest().subarray(0, 16).toString('base64url')
}

/** The address at which who has a mail about a room ends such mails. It follows from the server's key, and lasts longer than the room. [MAIL-13] */
export function unsubscribeAddress(
  { config, secrets }: Pick<Context, 'config' | 'secrets'>,
  room: RoomId,
  email: string,
) {
  const token = idToken(secrets.serverKey, purposeOf(room), hashOf(secrets.serverKey, email))
  return new URL(`/mails/${room}/${token}`, config.url).href
}

/** The hash of the address that a token was mailed to with a mail about that room; null where it was not. */
export function hashIn({ secrets }: Pick<Context, 'secrets'>, room: string, token: string): string | null {
  return isIdToken(secrets.serverKey, purposeOf(room), token) ? saidId(token) : null
}

/** Those of these e-mails, in small letters, that want no mails from this server, or none about that room. [MAIL-17] */
export async function unwantedOf(
  { database, secrets }: Pick<Context, 'database' | 'secrets'>,
  room: RoomId,
  emails: readonly string[],
): Promise<Set<string>> {
  const byHash = new Map(emails.map((email) => [hashOf(secrets.serverKey, email), email.toLowerCase()]))
  const hashes = [...byHash.keys()]
  const found = new Set<string>()
  for (let from = 0; from < hashes.length; from += ADDRESSES_AT_ONCE) {
    const rows = await database
      .selectFrom('unwantedMails')
      .select('address')
      .where('address', 'in', hashes.slice(from, from + ADDRESSES_AT_ONCE))
      .where((row) => row.or([row('room', 'is', null), row('room', '=', room)]))
      .execute()
    for (const { address } of rows) found.add(byHash.get(address) ?? '')
  }
  return found
}

/** Whether a mail that was written down before came to be unwanted, by the address at which it is ended. [MAIL-17] */
export async function isUnwanted(
  context: Pick<Context, 'database' | 'secrets'>,
  { unsubscribe }: { unsubscribe: string | null },
): Promise<boolean> {
  const [, room = '', token = ''] = /\/mails\/([^/]+)\/([^/]+)$/.exec(unsubscribe ?? '') ?? []
  const address = hashIn(context, room, token)
  return address !== null && (await endedOf(context, address, room)) !== 'nothing'
}

/** What an address has ended of the mails about a room. */
export async function endedOf(
  { database }: Pick<Context, 'database'>,
  address: string,
  room: string,
): Promise<MailsEnded> {
  const rows = await database.selectFrom('unwantedMails').select('room').where('address', '=', address).execute()
  if (rows.some((row) => row.room === null)) return 'server'
  return rows.some((row) => row.room === room) ? 'room' : 'nothing'
}

/** Sets that. Of a room that is deleted for good there is nothing to end. */
export async function setEnded(
  { database }: Pick<Context, 'database'>,
  { address, room, ended, at }: { address: string; room: string; ended: MailsEnded; at: Millis },
): Promise<void> {
  await database.transaction().execute(async (commit) => {
    await commit
      .deleteFrom('unwantedMails')
      .where('address', '=', address)
      .where((row) => row.or([row('room', 'is', null), row('room', '=', room)]))
      .execute()
    if (ended === 'nothing') return
    const known = await commit.selectFrom('rooms').select('id').where('id', '=', room).executeTakeFirst()
    if (ended === 'room' && !known) return
    await commit
      .insertInto('unwantedMails')
      .values({ address, room: ended === 'room' ? room : null, at })
      .execute()
  })
}
