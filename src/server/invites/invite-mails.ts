import { sql } from 'kysely'
import * as v from 'valibot'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis } from '../../protocol/types.ts'
import { refusedToOpen } from '../../rules/invites/use-invite.ts'
import type { AppContext } from '../app-context.ts'
import type { Database } from '../database/database.ts'
import { keyOf } from '../secrets.ts'
import type { StoredRoom } from '../store/store.ts'
import { inviteOf, type StoredInvite } from './invite-rows.ts'
import { sendInvites } from './send-invites.ts'

const DAY: Millis = 24 * 3_600_000
// The first, and three more.
const MAILS_PER_DAY = 4

// Of a mail's content, the part in which the address of the invitation stands.
const Content = v.pipe(v.string(), v.parseJson(), v.object({ text: v.string() }))

type Mailed = { key: string; state: string; queuedAt: number; content: string | null }

/** The key of the first mail of an invitation at the address that it has; that of another begins with it. */
export const mailKeyOf = ({ id, createdAt }: Pick<StoredInvite, 'id' | 'createdAt'>): string =>
  `invitation ${id} ${createdAt}`

/** What the mail server said of the invitations that could not be delivered, by their ids; empty where it said nothing. [LINK-14] */
export async function undeliveredOf(
  database: Database,
  invites: readonly StoredInvite[],
): Promise<ReadonlyMap<string, string>> {
  const mailed = invites.filter(({ sentAt }) => sentAt !== null)
  if (mailed.length === 0) return new Map()
  const { rows } = await sql<{ id: string; state: string; says: string | null }>`
    SELECT i.id, m.state, m.says FROM invitations i JOIN mails m ON m.n = (
      SELECT max(n) FROM mails WHERE key >= 'invitation ' || i.id || ' ' || i.createdAt
        AND key < 'invitation ' || i.id || ' ' || i.createdAt || '!')
    WHERE i.id IN (${sql.join(mailed.map(({ id }) => id))})
  `.execute(database)
  const failed = rows.filter(({ state }) => state === 'bounced' || state === 'given-up')
  return new Map(failed.map(({ id, says }) => [id, says ?? '']))
}

/** Mails an invitation once more, with the address that it has; gives why it cannot be, null where it is on its way. [LINK-15] */
export async function sendAgain(
  context: AppContext,
  { room, by, row }: { room: StoredRoom; by: string; row: StoredInvite },
): Promise<Refusal | null> {
  const { clock, config, database } = context
  if (row.email === '') return 'invite-nobody'
  const refusal = refusedToOpen(inviteOf(row, null), clock.now())
  if (refusal) return refusal
  const all = await mailsOf(database, row)
  const ofAddress = all.filter(({ key }) => key.startsWith(mailKeyOf(row)))
  if (ofAddress.some(({ state }) => state === 'waiting' || state === 'sending')) return 'invite-under-way'
  if (all.filter(({ queuedAt }) => queuedAt > clock.now() - DAY).length >= MAILS_PER_DAY) return 'invite-often'
  const token = ofAddress.map(({ content }) => tokenIn(content, row.key)).find((found) => found !== null)
  if (!token) return 'invite-link-gone'
  const address = new URL(`/i/${token}`, config.url).href
  // Two presses at once have one key, and so one mail.
  const { unwanted } = await sendInvites(context, {
    room,
    by,
    invites: [{ row, address, key: `${mailKeyOf(row)} ${ofAddress.length}` }],
  })
  return unwanted.length > 0 ? 'mail-unwanted' : null
}

/** All mails of an invitation, also those of its addresses of before. */
async function mailsOf(database: Database, { id }: StoredInvite): Promise<Mailed[]> {
  return await database
    .selectFrom('mails')
    .select(['key', 'state', 'queuedAt', 'content'])
    .where('key', '>=', `invitation ${id} `)
    .where('key', '<', `invitation ${id}!`)
    .execute()
}

/** The token of an invitation, of which only the hash is kept, as it stands in what was mailed; null once that is deleted. */
function tokenIn(content: string | null, key: string): string | null {
  if (content === null) return null
  const tokens = v.parse(Content, content).text.matchAll(/\/i\/([\w-]+)/g)
  for (const [, token = ''] of tokens) if (keyOf(token) === key) return token
  return null
}
