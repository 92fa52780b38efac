import { pickLanguage } from '../../../protocol/language.ts'
import type { Occurrence, Schedule } from '../../../protocol/schedule.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { nextStart } from '../../../rules/schedule/occurrences.ts'
import type { ScheduleChange } from '../../../rules/schedule/changes.ts'
import type { AppContext } from '../../app-context.ts'
import type { NewMail } from '../../mail/mail-rows.ts'
import { readDetails } from '../room-details.ts'
import { renderMail, type Rendered } from '../../mail/templates/render-mail.ts'
import { calendarFile } from '../calendar/calendar-file.ts'
import { describe } from '../description.ts'
import { inviteesOf } from './invitees.ts'
import { mailsFor } from './mails-for.ts'
import { toldOf } from './readers.ts'

/**
 * What became of a room. `was`: the time that was said, `when` the new one; null for one that is not held. `isBack`: it is held after all.
 * `schedule`: what the calendar file says, with that number; it takes the room off the calendar where that `isOff`.
 */
export type Told = ScheduleChange & {
  room: { id: RoomId; name: string; description: string }
  schedule: Schedule
  sequence: number
  isOff: boolean
  isBack: boolean
}

type Named = { id: RoomId; name: string }
type Context = Pick<AppContext, 'clock' | 'config' | 'database' | 'log' | 'mail'>
type Reader = { id: string; name: string; email: string; language: string | null; timeZone: string | null }

/** Writes to all who were told of a room by a mail what became of it, but not to who has changed it, by their e-mail. [REMIND-5] */
export async function tellChange(context: Context, told: Told, by: string | null): Promise<void> {
  await orLog(context, async () => await context.mail.enqueue(await changeMails(context, told, by)))
}

/** Tells that a room is not held any more, or is after all, of its first time to come. [REMIND-5] */
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
async function goneOf({ clock, database }: Context, { id, name }: Named, isOff: boolean): Promise<Told | null> {
  const kept = await readDetails(database, id)
  const was = kept?.schedule && nextStart(kept.schedule, clock.now())
  if (!kept?.schedule || !was) return null
  const { description, schedule, version } = kept
  const how = { schedule, sequence: version + Number(isOff), isOff, isBack: !isOff }
  return { ...how, was, when: isOff ? null : was, room: { id, name, description } }
}

async function changeMails(context: Context, told: Told, by: string | null): Promise<NewMail[]> {
  const { clock, config } = context
  const { room, schedule, sequence } = told
  const url = new URL(`/r/${room.id}`, config.url).href
  const entry = { ...room, description: describe(room.description).text, url }
  const file = calendarFile({ room: entry, schedule, sequence, cancelled: told.isOff, at: clock.now() })
  const calendar = { method: told.isOff ? 'CANCEL' : 'PUBLISH', file } as const
  const until = Math.max(told.was.start, told.when?.start ?? 0)
  return await mailsFor(await readersOf(context, room.id, by), (reader) => {
    const key = `change ${room.id} ${sequence} ${reader.email}`
    return { ...wordsOf(told, url, reader), key, to: { address: reader.email, name: reader.name }, calendar, until }
  })
}

/** Each e-mail once: accounts that were reminded, and who was invited by mail. */
async function readersOf({ database }: Context, room: RoomId, but: string | null): Promise<Reader[]> {
  const invitees = (await inviteesOf(database, room)).map((each) => ({ ...each, timeZone: null }))
  const all = [...invitees, ...(await toldOf(database, room))]
  return [...new Map(all.map((each) => [each.email.toLowerCase(), each]))].flatMap(([email, each]) =>
    email === but?.toLowerCase() ? [] : each,
  )
}

function wordsOf({ room, was, when, isBack, schedule }: Told, link: string, reader: Reader): Rendered {
  const zone = reader.timeZone ?? schedule.zone
  const inZone = ({ start, end }: Occurrence) => ({ start, end, zone })
  const about = {
    room: { name: room.name, description: '', picture: null },
    language: pickLanguage([reader.language ?? '']),
  }
  if (!when) return renderMail({ ...about, kind: 'cancelled', when: inZone(was) })
  return renderMail({ ...about, kind: 'moved', when: inZone(when), was: isBack ? null : inZone(was), link })
}
