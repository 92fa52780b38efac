import { pickLanguage } from '../../../protocol/language.ts'
import type { Schedule } from '../../../protocol/schedule.ts'
import type { Millis, RoomId } from '../../../protocol/types.ts'
import { nextReminder, remindersDue, type Reminder } from '../../../rules/schedule/reminders.ts'
import type { AppContext } from '../../app-context.ts'
import type { NewMail } from '../../mail/mail-rows.ts'
import { renderMail } from '../../mail/templates/render-mail.ts'
import { pictureAddress, picturesOfRoom } from '../../pictures/pictures.ts'
import { idToken } from '../id-token.ts'
import { scheduleOf } from '../room-schedule.ts'
import { unwantedOf } from '../unwanted-mails.ts'
import { mailsFor } from './mails-for.ts'
import { readersOf, readWanting, type Reader, type Wanting } from './readers.ts'
import { inviteesOf, type Invitee } from './invitees.ts'
import { STOP, STOP_INVITED } from './reminder-routes.ts'

/** To whom a reminder goes. `purpose`: of the secret that ends them. */
type Recipient = Pick<Reader, 'id' | 'name' | 'email' | 'language' | 'timeZone'> & { purpose: string }
type People = { readers: Reader[]; invitees: Invitee[] }

/** What a reminder is about. */
type About = { room: RoomId; name: string; schedule: Schedule; picture: string | null }
type Due = { room: RoomId; name: string; schedule: string | null; remindAt: Millis }

// What one look does; what is left is done by the next.
const ROOMS_AT_ONCE = 100
const ROWS_AT_ONCE = 400

/** Writes to those who want to be reminded, at its time; looked at often, by one look at a time. [REMIND-1] */
export class ReminderWatch {
  readonly #context: AppContext
  #looking: Promise<void> | null = null
  #isAsked = false

  constructor(context: AppContext) {
    this.#context = context
  }

  look(): void {
    this.#isAsked = true
    this.#looking ??= this.#run().finally(() => (this.#looking = null))
  }

  /** Resolves once a look that is under way is over. */
  async rested(): Promise<void> {
    await this.#looking
  }

  async #run(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false
      try {
        await this.#remind()
      } catch (fault) {
        this.#context.log.warn({ fault }, 'reminders could not be written')
      }
    }
  }

  async #remind(): Promise<void> {
    const { clock, database, log } = this.#context
    const at = clock.now()
    const due = await database
      .selectFrom('roomDetails')
      .innerJoin('rooms', 'rooms.id', 'roomDetails.room')
      .select(['roomDetails.room', 'rooms.name', 'schedule', 'remindAt'])
      .where('remindAt', '<=', at)
      .orderBy('remindAt')
      .limit(ROOMS_AT_ONCE)
      .execute()
    if (due.length === 0) return
    const all = await readWanting(this.#context)
    for (const { remindAt, ...room } of due)
      // One that fails keeps no other waiting.
      await this.#remindOf({ ...room, remindAt: remindAt ?? at }, at, all).catch((fault: unknown) =>
        log.warn({ room: room.room, fault }, 'the reminders of a room could not be written'),
      )
  }

  /** Writes the reminders of a room first, and then that they are: what is written twice is sent once. [MAIL-3] */
  async #remindOf(due: Due, at: Millis, all: Wanting): Promise<void> {
    const { database, mail } = this.#context
    const schedule = scheduleOf(due.schedule)
    const reminders = schedule ? remindersDue(schedule, due.remindAt, at) : []
    if (schedule && reminders.length > 0) {
      const people = await this.#peopleOf(due.room, at, all)
      const wanted = reminders.flatMap((reminder) => wanting(people, reminder).map((to) => ({ reminder, to })))
      const picture = pictureAddress(await picturesOfRoom(database, due.room), this.#context.config.url)
      const about = { ...due, schedule, picture }
      await mail.enqueue(await mailsFor(wanted, ({ reminder, to }) => this.#mailOf(about, reminder, to)))
      const told = wanted.flatMap(({ to }) => (to.purpose === STOP ? to.id : []))
      await this.#note(due.room, [...new Set(told)])
    }
    await database
      .updateTable('roomDetails')
      .set({ remindAt: schedule && nextReminder(schedule, at) })
      .where('room', '=', due.room)
      // It may have been set otherwise meanwhile.
      .where('remindAt', '=', due.remindAt)
      .execute()
  }

  /** Who is reminded of a room: nobody, where it is deleted or put aside. [REMIND-2] [REMIND-3] */
  async #peopleOf(room: RoomId, at: Millis, all: Wanting): Promise<People> {
    const live = await this.#context.rooms.room(room)
    if (!live || live === 'elsewhere' || live === 'deleted' || (await this.#isAside(room)))
      return { readers: [], invitees: [] }
    const { removed } = live.session
    const invitees = (await inviteesOf(this.#context.database, room)).filter(
      ({ wantsReminders, expiresAt, person }) =>
        wantsReminders && (person === null ? expiresAt === null || expiresAt > at : !removed.has(person)),
    )
    const readers = await readersOf(this.#context.database, room, removed, all)
    const emails = [...readers, ...invitees].map(({ email }) => email)
    const unwanted = await unwantedOf(this.#context, room, emails)
    const isWanted = ({ email }: { email: string }) => !unwanted.has(email.toLowerCase())
    return { readers: readers.filter(isWanted), invitees: invitees.filter(isWanted) }
  }

  /** Whether a room is put aside. [ROOM-9] */
  async #isAside(room: RoomId): Promise<boolean> {
    const query = this.#context.database.selectFrom('roomDetails').select('archivedAt').where('room', '=', room)
    return (await query.executeTakeFirst())?.archivedAt != null
  }

  async #note(room: RoomId, accounts: readonly string[]): Promise<void> {
    for (let from = 0; from < accounts.length; from += ROWS_AT_ONCE) {
      const rows = accounts.slice(from, from + ROWS_AT_ONCE).map((account) => ({ room, account }))
      const insert = this.#context.database.insertInto('reminded').values(rows)
      await insert.onConflict((conflict) => conflict.doNothing()).execute()
    }
  }

  #mailOf({ room, name, schedule, picture }: About, reminder: Reminder, to: Recipient): NewMail {
    const { config, secrets } = this.#context
    const { ahead, occurrence, says, until } = reminder
    return {
      ...renderMail({
        kind: 'reminder',
        ahead: says,
        isInvited: to.purpose === STOP_INVITED,
        room: { name, description: '', picture },
        when: { ...occurrence, zone: to.timeZone ?? schedule.zone },
        link: new URL(`/r/${room}`, config.url).href,
        unsubscribe: new URL(`/stop/${idToken(secrets.serverKey, to.purpose, to.id)}`, config.url).href,
        language: pickLanguage([to.language ?? '']),
      }),
      key: `reminder ${room} ${occurrence.start} ${to.id} ${ahead}`,
      to: { address: to.email, name: to.name },
      calendar: null,
      until,
    }
  }
}

/** Those who want a reminder; who has no account is reminded an hour before. [REMIND-2] */
function wanting({ readers, invitees }: People, { ahead }: Reminder): Recipient[] {
  const wants = readers.filter((each) => (ahead === 'day' ? each.remindDay : each.remindHour) === 1)
  return [
    ...wants.map((each) => ({ ...each, purpose: STOP })),
    ...(ahead === 'hour' ? invitees : []).map((each) => ({ ...each, timeZone: null, purpose: STOP_INVITED })),
  ]
}
