import { LANGUAGES, type Language } from '../../protocol/language.ts'
import type { InvitesSent } from '../../protocol/portal/invites.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis } from '../../protocol/types.ts'
import { refusedToOpen } from '../../rules/invites/use-invite.ts'
import { nextOccurrence } from '../../rules/schedule/occurrences.ts'
import type { AppContext } from '../app-context.ts'
import type { Database } from '../database/database.ts'
import type { NewMail } from '../mail/mail-rows.ts'
import { renderMail } from '../mail/templates/render-mail.ts'
import type { When } from '../mail/templates/words.ts'
import { calendarFile } from '../portal/calendar/calendar-file.ts'
import { pictureAddress } from '../pictures/pictures.ts'
import { describe } from '../portal/description.ts'
import { readDetails } from '../portal/room-details.ts'
import { unsubscribeAddress, unwantedOf } from '../portal/unwanted-mails.ts'
import { keyOf } from '../secrets.ts'
import type { StoredRoom } from '../store/store.ts'
import { inviteOf, markSent, nameOfInvitee, type StoredInvite } from './invite-rows.ts'

/** An invitation with the address that is mailed, and the key of its mail. */
type Sent = { row: StoredInvite; address: string; key: string }

// So that one statement has no more parameters than SQLite takes.
const EMAILS_AT_ONCE = 500

/**
 * Why invitations cannot be mailed: some have no such token any more, are written to nobody, or let nobody in. `tokens`: by their ids; null
 * where they can.
 */
export function refusedToSend(
  rows: readonly StoredInvite[],
  tokens: ReadonlyMap<string, string>,
  at: Millis,
): Refusal | null {
  if (rows.length < tokens.size) return 'invite-unknown'
  for (const row of rows) {
    if (keyOf(tokens.get(row.id) ?? '') !== row.key) return 'invite-unknown'
    if (row.email === '') return 'invite-nobody'
    const refusal = refusedToOpen(inviteOf(row, null), at)
    if (refusal) return refusal
  }
  return null
}

/** Queues a mail for each invitation; one that was mailed before is not mailed again, nor is who wants no mails. [LINK-11] [MAIL-17] */
export async function sendInvites(
  context: AppContext,
  { room, by, invites }: { room: StoredRoom; by: string; invites: readonly Sent[] },
): Promise<InvitesSent> {
  const { clock, config, database, mail } = context
  const emails = invites.map(({ row }) => row.email)
  const unwanted = await unwantedOf(context, room.id, emails)
  const wanted = invites.filter(({ row }) => !unwanted.has(row.email.toLowerCase()))
  const rows = wanted.map(({ row }) => row)
  const readers = await readersOf(
    database,
    rows.map(({ email }) => email),
  )
  const about = await aboutOf(database, { room, server: config.url, at: clock.now() })
  const mails = wanted.map((each) =>
    mailOf(each, about, {
      by,
      reader: readers.get(each.row.email),
      unsubscribe: unsubscribeAddress(context, room.id, each.row.email),
    }),
  )
  const sent = await mail.enqueue(mails)
  await markSent(
    database,
    rows.map(({ id }) => id),
    clock.now(),
  )
  return { sent, unwanted: [...unwanted] }
}

/** What an invitation says of its room. `times`: the occurrence that runs or comes next, and the zone in which the room is held. */
type About = {
  name: string
  description: string
  picture: string | null
  times: When | null
  calendar: NewMail['calendar']
}

async function aboutOf(
  database: Database,
  { room: { id, name }, server, at }: { room: StoredRoom; server: URL; at: Millis },
): Promise<About> {
  const details = await readDetails(database, id)
  const description = describe(details?.description ?? '').text
  const picture = details && pictureAddress(details.pictures, server)
  const url = new URL(`/r/${id}`, server).href
  const schedule = details?.schedule ?? null
  const next = schedule && nextOccurrence(schedule, at)
  if (!details || !schedule || !next) return { name, description, picture, times: null, calendar: null }
  const entry = { room: { id, name, description, url }, schedule, sequence: details.version, cancelled: false }
  return {
    name,
    description,
    picture,
    times: { start: next.start, end: next.end, zone: schedule.zone },
    calendar: { method: 'PUBLISH', file: calendarFile({ ...entry, at }) },
  }
}

function mailOf(
  { row, address, key }: Sent,
  about: About,
  { by, reader, unsubscribe }: { by: string; reader: Reader | undefined; unsubscribe: string },
): NewMail {
  const { name, description, picture, times, calendar } = about
  return {
    ...renderMail({
      kind: 'invitation',
      language: reader?.language ?? row.language,
      by,
      role: row.role,
      room: { name, description, picture },
      when: times && { ...times, zone: reader?.timeZone ?? times.zone },
      link: address,
      unsubscribe,
    }),
    key,
    to: { address: row.email, name: nameOfInvitee(row) },
    calendar,
    until: row.expiresAt,
  }
}

/** How somebody with an account is written to; null where they have not said. */
type Reader = { language: Language | null; timeZone: string | null }

/** Those of these emails that have an account here. */
async function readersOf(database: Database, emails: readonly string[]): Promise<Map<string, Reader>> {
  const readers = new Map<string, Reader>()
  for (let from = 0; from < emails.length; from += EMAILS_AT_ONCE) {
    const some = emails.slice(from, from + EMAILS_AT_ONCE)
    const query = database.selectFrom('accounts').select(['email', 'language', 'timeZone']).where('email', 'in', some)
    for (const { email, language, timeZone } of await query.execute())
      readers.set(email.toLowerCase(), { language: LANGUAGES.find((each) => each === language) ?? null, timeZone })
  }
  return readers
}
