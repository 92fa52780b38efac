import * as v from 'valibot'
import { sql, type Selectable, type Transaction } from 'kysely'
import { MailKind, MailState, type MailPage, type MailRow, type OneMail } from '../../protocol/mail.ts'
import type { Millis } from '../../protocol/types.ts'
import { isOfAccount, LONGEST_WAIT, nextTry } from '../../rules/mail/tries.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { oneLine, type Delivery, type Mail } from './mailer.ts'

/** A mail to be sent. `until`: from when on it would be of no use any more. */
export type NewMail = Mail & { kind: MailKind; until: Millis | null }

/** What is kept of a mail beside its row. */
const Content = v.object({
  html: v.string(),
  text: v.string(),
  calendar: v.nullable(v.object({ method: v.picklist(['PUBLISH', 'REQUEST', 'CANCEL']), file: v.string() })),
  unsubscribe: v.nullable(v.string()),
})

/** A mail that is claimed: nobody else sends it. */
export type Claimed = Selectable<Tables['mails']>

/** What became of a claimed mail; `late`: its time was over before it was tried, or it is wanted no more. */
export type Outcome = Delivery | { kind: 'late' }
export type Settled = { mail: Claimed; outcome: Outcome }

const DAY: Millis = 24 * 3_600_000
const TEXT_KEPT: Millis = 30 * DAY
const PAGE = 50
// So that one statement has no more parameters than SQLite takes.
const ROWS_AT_ONCE = 250

type Db = Database | Transaction<Tables>

/** Writes mails down in one commit. A mail whose key is there already is left as it is. Gives how many are new. [MAIL-1] [MAIL-3] */
export async function addMails(database: Database, mails: readonly NewMail[], now: Millis): Promise<number> {
  const rows = mails.map((mail) => ({
    key: mail.key,
    kind: mail.kind,
    state: 'waiting' as const,
    urgent: Number(isOfAccount(mail.kind)),
    address: mail.to.address,
    name: oneLine(mail.to.name),
    subject: oneLine(mail.subject),
    queuedAt: now,
    dueAt: now,
    until: mail.until,
    tries: 0,
    at: now,
    says: null,
    content: JSON.stringify(v.parse(Content, mail)),
  }))
  return await database.transaction().execute(async (commit) => {
    let added = 0n
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const some = rows.slice(from, from + ROWS_AT_ONCE)
      const insert = commit.insertInto('mails').values(some)
      const done = await insert.onConflict((conflict) => conflict.column('key').doNothing()).executeTakeFirst()
      added += done.numInsertedOrUpdatedRows ?? 0n
    }
    return Number(added)
  })
}

/**
 * Writes down what became of mails, and claims at most so many of those that are due, in one commit: what is claimed is *sending* before
 * anything is handed over. [MAIL-4] [MAIL-8]
 */
export async function settleAndClaim(
  database: Database,
  settled: readonly Settled[],
  most: number,
  now: Millis,
): Promise<Claimed[]> {
  if (settled.length === 0) return most > 0 ? await claim(database, most, now) : []
  return await database.transaction().execute(async (commit) => {
    for (const each of settled) await settle(commit, each, now)
    return most > 0 ? await claim(commit, most, now) : []
  })
}

async function claim(database: Db, most: number, now: Millis): Promise<Claimed[]> {
  const due = database
    .selectFrom('mails')
    .select('n')
    .where('state', '=', 'waiting')
    // Nothing waits that long: where something seems to, the clock was set back.
    .where((row) => row.or([row('dueAt', '<=', now), row('dueAt', '>', now + LONGEST_WAIT)]))
    .orderBy('urgent', 'desc')
    .orderBy('dueAt')
    .orderBy('n')
    .limit(most)
  return await database
    .updateTable('mails')
    .set({ state: 'sending', at: now, tries: sql`tries + 1` })
    .where('n', 'in', due)
    .returningAll()
    .execute()
}

async function settle(database: Db, { mail, outcome }: Settled, now: Millis): Promise<void> {
  const next = outcome.kind === 'later' ? nextTry(mail, now) : null
  const state = stateAfter(outcome, next)
  await database
    .updateTable('mails')
    .set({
      state,
      at: now,
      says: 'says' in outcome ? outcome.says : null,
      dueAt: next ?? mail.dueAt,
      // What whoever reads it can take an account by is not kept longer than it is needed.
      ...(state === 'sent' && isOfAccount(mail.kind) && { content: null }),
    })
    .where('n', '=', mail.n)
    .execute()
}

function stateAfter(outcome: Outcome, next: Millis | null): MailState {
  if (outcome.kind === 'later') return next === null ? 'given-up' : 'waiting'
  return outcome.kind === 'late' ? 'given-up' : outcome.kind
}

/** Has all that waits for its next try tried now, in the order in which it was written: the mail server is back. [MAIL-6] */
export async function makeAllDue(database: Database, now: Millis): Promise<void> {
  await database
    .updateTable('mails')
    .set({ dueAt: now })
    .where('state', '=', 'waiting')
    .where('dueAt', '>', now)
    .execute()
}

/** What was being sent when the server went away: whether it was is not known. [MAIL-8] */
export async function markUnknown(database: Database, now: Millis): Promise<void> {
  await database.updateTable('mails').set({ state: 'unknown', at: now }).where('state', '=', 'sending').execute()
}

/** Puts back what is marked as being sent and is in nobody's hands: the claim was stored, and its answer was lost with the database. */
export async function releaseLost(database: Database, inHand: readonly number[], now: Millis): Promise<void> {
  await database
    .updateTable('mails')
    .set({ state: 'waiting', at: now })
    .where('state', '=', 'sending')
    .where('n', 'not in', inHand)
    .execute()
}

/** Drops what mails say that are not on their way any more since 30 days. [MAIL-11] */
export async function dropTexts(database: Database, now: Millis): Promise<void> {
  await database
    .updateTable('mails')
    .set({ content: null })
    .where('content', 'is not', null)
    .where('at', '<', now - TEXT_KEPT)
    .where('state', 'not in', ['waiting', 'sending'])
    .execute()
}

/** Forgets all mails to an address but those that are being handed over. [MAIL-15] */
export async function forgetMailsTo(database: Database, address: string): Promise<void> {
  await database
    .deleteFrom('mails')
    .where(sql`address COLLATE NOCASE`, '=', address)
    .where('state', '!=', 'sending')
    .execute()
}

/** The mail as it is handed over; throws where the row cannot be read. */
export function mailOf({ key, address, name, subject, content }: Claimed): Mail {
  return { key, to: { address, name }, subject, ...v.parse(Content, JSON.parse(content ?? '')) }
}

/** Fifty mails before that number, the newest first; the newest of all for null. */
export async function mailPage(database: Database, before: number | null): Promise<MailPage> {
  const rows = await database
    .selectFrom('mails')
    .select(['n', 'kind', 'state', 'address', 'name', 'subject', 'queuedAt', 'dueAt', 'tries', 'at', 'says'])
    .select(sql<number>`content IS NOT NULL`.as('hasText'))
    .$if(before !== null, (query) => query.where('n', '<', before))
    .orderBy('n', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  return { mails: shown.map((row) => rowOf(row)), before: rows.length > PAGE ? (shown.at(-1)?.n ?? null) : null }
}

/** One mail with all of its text; null if there is none of that number. */
export async function oneMail(database: Database, n: number): Promise<OneMail | null> {
  const row = await database.selectFrom('mails').selectAll().where('n', '=', n).executeTakeFirst()
  if (!row) return null
  const isShown = row.content !== null && (!isOfAccount(row.kind) || row.state === 'kept')
  const body = isShown ? v.parse(v.pick(Content, ['text', 'html']), JSON.parse(row.content ?? '')) : null
  return { ...rowOf({ ...row, hasText: Number(row.content !== null) }), body }
}

/**
 * Puts a mail that is not on its way back into the queue, as if it were new; one that is on its way is left so. False where there is no such
 * mail, or nothing is kept of what it says. [MAIL-9]
 */
export async function sendAgain(database: Database, n: number, now: Millis): Promise<boolean> {
  const row = await database.selectFrom('mails').select(['state', 'content']).where('n', '=', n).executeTakeFirst()
  if (!row || row.content === null) return false
  await database
    .updateTable('mails')
    .set({ state: 'waiting', at: now, queuedAt: now, dueAt: now, until: null, tries: 0, says: null })
    .where('n', '=', n)
    .where('state', 'not in', ['waiting', 'sending'])
    .execute()
  return true
}

type Listed = Omit<Claimed, 'content' | 'key' | 'urgent' | 'until'> & { hasText: number }

function rowOf({ n, kind, state, address, name, subject, queuedAt, dueAt, tries, at, says, hasText }: Listed): MailRow {
  const isUnderWay = state === 'waiting' || state === 'sending'
  return {
    id: n,
    kind,
    state,
    to: address,
    name,
    subject,
    queuedAt,
    at,
    next: state === 'waiting' && tries > 0 ? dueAt : null,
    tries,
    says,
    canSendAgain: !isUnderWay && hasText === 1,
  }
}
