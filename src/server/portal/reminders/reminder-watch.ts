import { pickLanguage } from '../../../protocol/language.ts'
import type { Schedule } from '../../../protocol/schedule.ts'
import type { Millis, RoomId } from '../../../protocol/types.ts'
import { nextReminder, remindersDue, type Reminder } from '../../../rules/schedule/reminders.ts'
import type { AppContext } from '../../app-context.ts'
import type { NewMail } from '../../mail/mail-rows.ts'
import { renderMail } from '../../mail/templates/render-mail.ts'
import { accountToken } from '../account-token.ts'
import { scheduleOf } from '../room-schedule.ts'
import { readersOf, type Reader } from './readers.ts'
import { STOP } from './reminder-routes.ts'

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
    const { clock, database } = this.#context
    const at = clock.now()
    const due = await database
      .selectFrom('roomDetails')
      .innerJoin('rooms', 'rooms.id', 'roomDetails.room')
      .select(['roomDetails.room', 'rooms.name', 'schedule', 'remindAt'])
      .where('remindAt', '<=', at)
      .orderBy('remindAt')
      .limit(ROOMS_AT_ONCE)
      .execute()
    for (const { remindAt, ...room } of due) if (remindAt !== null) await this.#remindOf({ ...room, remindAt }, at)
  }

  /** Writes the reminders of a room first, and then that they are: what is written twice is sent once. [MAIL-3] */
  async #remindOf(due: Due, at: Millis): Promise<void> {
    const { database, mail } = this.#context
    const schedule = scheduleOf(due.schedule)
    const reminders = schedule ? remindersDue(schedule, due.remindAt, at) : []
    const readers =
      reminders.length === 0 || (await this.#isAside(due.room)) ? [] : await readersOf(this.#context, due.room)
    if (schedule) {
      const wanted = reminders.flatMap((reminder) => {
        const wants = readers.filter((each) => (reminder.ahead === 'day' ? each.remindDay : each.remindHour) === 1)
        return wants.map((reader) => ({ reader, mail: this.#mailOf(due, schedule, reminder, reader) }))
      })
      await mail.enqueue(wanted.map((each) => each.mail))
      await this.#note(due.room, [...new Set(wanted.map(({ reader }) => reader.id))])
    }
    await database
      .updateTable('roomDetails')
      .set({ remindAt: schedule && nextReminder(schedule, at) })
      .where('room', '=', due.room)
      // It may have been set otherwise meanwhile.
      .where('remindAt', '=', due.remindAt)
      .execute()
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

  #mailOf({ room, name }: Due, schedule: Schedule, reminder: Reminder, reader: Reader): NewMail {
    const { config, secrets } = this.#context
    const { ahead, occurrence, says, until } = reminder
    return {
      ...renderMail({
        kind: 'reminder',
        ahead: says,
        room: { name, description: '', picture: null },
        when: { ...occurrence, zone: reader.timeZone ?? schedule.zone },
        link: new URL(`/r/${room}`, config.url).href,
        unsubscribe: new URL(`/stop/${accountToken(secrets.serverKey, STOP, reader.id)}`, config.url).href,
        language: pickLanguage([reader.language ?? '']),
      }),
      key: `reminder ${room} ${occurrence.start} ${reader.id} ${ahead}`,
      to: { address: reader.email, name: reader.name },
      calendar: null,
      until,
    }
  }
}
