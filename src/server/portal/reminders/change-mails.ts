import { pickLanguage } from '../../../protocol/language.ts'
import type { Occurrence, Schedule } from '../../../protocol/schedule.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { changesOf, type ScheduleChange } from '../../../rules/schedule/changes.ts'
import type { AppContext } from '../../app-context.ts'
import type { NewMail } from '../../mail/mail-rows.ts'
import { pictureAddress } from '../../pictures/pictures.ts'
import { readDetails, type KeptDetails } from '../room-details.ts'
import { renderMail, type Rendered } from '../../mail/templates/render-mail.ts'
import { calendarFile } from '../calendar/calendar-file.ts'
import { describe } from '../description.ts'
import { unsubscribeAddress, unwantedOf } from '../unwanted-mails.ts'
import { inviteesOf } from './invitees.ts'
import { mailsFor } from './mails-for.ts'
import { toldOf } from './readers.ts'

/**
 * What became of a room, time by time; at least one. `picture`: its whole address, null where none is shown. `isBack`: it is held after all.
 * `schedule`: what the calendar file says, with that number; it takes the room off the calendar where that `isOff`.
 */
type Told = {
  changes: readonly ScheduleChange[]
  room: { id: RoomId; name: string; description: string }
  picture: string | null
  schedule: Schedule
  sequence: number
  isOff: boolean
  isBack: boolean
}

type Named = { id: RoomId; name: string }
type Context = Pick<AppContext, 'clock' | 'config' | 'database' | 'log' | 'mail' | 'secrets'>
type Reader = { id: string; name: string; email: string; language: string | null; timeZone: string | null }

/** Writes to all who were told of a room by a mail which of its times are others now, but not to who has changed them, by their e-mail. [REMIND-5] */
export async function tellChange(
  context: Context,
  room: Named,
  { before, after, by }: { before: KeptDetails | null; after: KeptDetails; by: string | null },
): Promise<void> {
  const changes = changesOf(before?.schedule ?? null, after.schedule, context.clock.now())
  const schedule = after.schedule ?? before?.schedule
  if (changes.length === 0 || !schedule) return
  const { description, pictures, version: sequence } = after
  const how = { schedule, sequence, isOff: after.schedule === null, isBack: false }
  const picture = pictureAddress(pictures, context.config.url)
  const told = { ...how, changes, picture, room: { ...room, description } }
  await orLog(context, async () => await context.mail.enqueue(await changeMails(context, told, by)))
}

/** Tells that a room is not held any more, or is after all, at its times to come. [REMIND-5] */
export async function tellGone(
  context: Context,
  room: Named,
  how: { isOff: boolean; by: string | null },
): Promise<void> {
  await orLog(context, async () => {
    const told = await goneOf(context, room, how.isOff)
    if (told) await context.mail.enqueue(await changeMails(context, told, how.by))
  })
}

/** The same of a room that its owner deletes for good: those who are told are known before, and told afterwards. */
export async function tellGoes(context: Context, room: RoomId): Promise<() => Promise<void>> {
  let mails: NewMail[] = []
  await orLog(context, async () => {
    const owned = context.database.selectFrom('rooms').leftJoin('roomOwners', 'roomOwners.room', 'rooms.id')
    const found = await owned
      .leftJoin('accounts', 'accounts.id', 'roomOwners.account')
      .select(['rooms.name', 'rooms.deletedAt', 'email'])
      .where('rooms.id', '=', room)
      .executeTakeFirst()
    const told = found && found.deletedAt === null && (await goneOf(context, { id: room, name: found.name }, true))
    if (told) mails = await changeMails(context, told, found.email)
  })
  return async () => await orLog(context, async () => await context.mail.enqueue(mails))
}

/** Whoever is told or not, the change stands. */
async function orLog({ log }: Context, tell: () => Promise<unknown>): Promise<void> {
  try {
    await tell()
  } catch (fault) {
    log.error({ fault }, 'who was invited could not be told of a change')
  }
}

/** What is told of a room that is deleted or had back; null where no time is to come. */
async function goneOf({ clock, config, database }: Context, { id, name }: Named, isOff: boolean): Promise<Told | null> {
  const kept = await readDetails(database, id)
  const changes = kept ? changesOf(kept.schedule, null, clock.now()) : []
  if (!kept?.schedule || changes.length === 0) return null
  const { description, pictures, schedule, version } = kept
  const how = { schedule, sequence: version + Number(isOff), isOff, isBack: !isOff }
  // Nobody gets the picture of a room that is deleted. [PICTURE-5]
  const picture = isOff ? null : pictureAddress(pictures, config.url)
  return { ...how, changes, picture, room: { id, name, description } }
}

async function changeMails(context: Context, told: Told, by: string | null): Promise<NewMail[]> {
  const { clock, config } = context
  const { room, schedule, sequence } = told
  const url = new URL(`/r/${room.id}`, config.url).href
  const entry = { ...room, description: describe(room.description).text, url }
  const file = calendarFile({ room: entry, schedule, sequence, cancelled: told.isOff, at: clock.now() })
  const calendar = { method: told.isOff ? 'CANCEL' : 'PUBLISH', file } as const
  const until = Math.max(...told.changes.map(({ was, when }) => Math.max(was.start, when?.start ?? 0)))
  return await mailsFor(await readersOf(context, room.id, by), (reader) => {
    const key = `change ${room.id} ${sequence} ${reader.email}`
    const unsubscribe = unsubscribeAddress(context, room.id, reader.email)
    return {
      ...wordsOf(told, { link: url, unsubscribe }, reader),
      key,
      to: { address: reader.email, name: reader.name },
      calendar,
      until,
    }
  })
}

/** Each e-mail once, but those that want no mails: accounts that were reminded, and who was invited by mail. */
async function readersOf(context: Context, room: RoomId, but: string | null): Promise<Reader[]> {
  const { database } = context
  const invitees = (await inviteesOf(database, room)).map((each) => ({ ...each, timeZone: null }))
  const all = [...invitees, ...(await toldOf(database, room))]
  const unwanted = await unwantedOf(
    context,
    room,
    all.map(({ email }) => email),
  )
  return [...new Map(all.map((each) => [each.email.toLowerCase(), each]))].flatMap(([email, each]) =>
    email === but?.toLowerCase() || unwanted.has(email) ? [] : each,
  )
}

type Addresses = { link: string; unsubscribe: string }

function wordsOf(
  { room, picture, changes, isBack, schedule }: Told,
  { link, unsubscribe }: Addresses,
  reader: Reader,
): Rendered {
  const zone = reader.timeZone ?? schedule.zone
  const inZone = ({ start, end }: Occurrence) => ({ start, end, zone })
  const about = {
    room: { name: room.name, description: '', picture },
    changes: changes.map(({ was, when }) =>
      isBack ? { was: null, when: inZone(was) } : { was: inZone(was), when: when && inZone(when) },
    ),
    language: pickLanguage([reader.language ?? '']),
    unsubscribe,
  }
  const isHeld = isBack || changes.some(({ when }) => when !== null)
  return isHeld ? renderMail({ ...about, kind: 'moved', link }) : renderMail({ ...about, kind: 'cancelled' })
}
