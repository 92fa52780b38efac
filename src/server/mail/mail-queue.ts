import type { Logger } from 'pino'
import type { MailPage, OneMail } from '../../protocol/mail.ts'
import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import {
  addMails,
  dropTexts,
  forgetMailsTo,
  mailOf,
  mailPage,
  makeAllDue,
  markUnknown,
  oneMail,
  releaseLost,
  sendAgain,
  settleAndClaim,
  type Claimed,
  type NewMail,
  type Outcome,
  type Settled,
} from './mail-rows.ts'
import type { Mail, Mailer } from './mailer.ts'

export type MailQueueNeeds = {
  database: Database
  mailer: Mailer
  clock: Clock
  log: Logger
  /** Whether whom it is for wants it no more. */
  isUnwanted: (mail: Mail) => Promise<boolean>
}

/** How many mails are handed over at the same time. */
export const AT_ONCE = 5
// What is due by the clock is looked for so often; what is new is sent at once.
const LOOK_EVERY: Millis = 30_000
// A mail server that cannot be used is left alone for so long.
const REST: Millis = 60_000
const DROP_EVERY: Millis = 3_600_000
// A mail that is being handed over when the server stops has so long to arrive.
const CLOSE_WITHIN: Millis = 10_000

/** Mails on their way: written down first, handed over by a few at a time, tried again, and never twice by itself. Ends with `close`. */
export class MailQueue {
  readonly #needs: MailQueueNeeds
  readonly #sending = new Map<number, Promise<void>>()
  /** What became of mails, and is not written down yet. */
  #settled: Settled[] = []
  #running: Promise<void> | null = null
  #isAsked = false
  /** Whether the last turn failed: what it has claimed may be in nobody's hands. */
  #isUnsure = false
  #isStarted = false
  #isTakenOver = false
  #isClosed = false
  #restUntil: Millis = 0
  /** Whether the mail server could not be used when it was tried last; and whether it can be again, and nobody was told. */
  #server: 'used' | 'away' | 'back' = 'used'
  #callOff = () => {}
  #dropsAt: Millis = 0

  constructor(needs: MailQueueNeeds) {
    this.#needs = needs
  }

  /** Begins to send, with what was left by the server before; what that one was sending is marked as unknown. [MAIL-8] */
  start(): void {
    this.#isStarted = true
    this.#soon()
  }

  /**
   * Writes mails down, all of them or none; they are sent afterwards. A mail whose key was there before, sent or not, is not written again.
   * Gives how many are new. Fails with StoreDown where nothing can be written. [MAIL-1] [MAIL-3]
   */
  async enqueue(mails: readonly NewMail[]): Promise<number> {
    if (mails.length === 0) return 0
    const added = await addMails(this.#needs.database, mails, this.#needs.clock.now())
    this.#soon()
    return added
  }

  /** Fifty mails before that one, the newest first; the newest of all for null. */
  async page(before: number | null): Promise<MailPage> {
    return await mailPage(this.#needs.database, before)
  }

  /** One mail with its text; null if there is none. */
  async one(id: number): Promise<OneMail | null> {
    return await oneMail(this.#needs.database, id)
  }

  /** Sends a mail once more that is not on its way. False where there is none, or its text is not kept any more. [MAIL-9] */
  async sendAgain(id: number): Promise<boolean> {
    const found = await sendAgain(this.#needs.database, id, this.#needs.clock.now())
    this.#soon()
    return found
  }

  /** Forgets all mails to an address: its owner goes. One that is being handed over right now stays in the list. [MAIL-15] */
  async forget(address: string): Promise<void> {
    await forgetMailsTo(this.#needs.database, address)
  }

  /** Resolves once nothing is being handed over, and all that became of mails is written down. */
  async settled(): Promise<void> {
    for (let running = this.#work(); running; running = this.#work()) await running
  }

  /** Begins no other mail, waits for those that are being handed over, and lets go of the mail server. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#callOff()
    let callOff: (() => void) | undefined
    const late = new Promise<void>((resolve) => (callOff = this.#needs.clock.after(CLOSE_WITHIN, resolve)))
    await Promise.race([this.settled(), late])
    callOff?.()
    await this.#needs.mailer.close()
    await this.#running
  }

  #work(): Promise<unknown> | null {
    if (this.#running) return this.#running
    return this.#sending.size > 0 ? Promise.race(this.#sending.values()) : null
  }

  #soon(): void {
    if (!this.#isStarted) return
    this.#isAsked = true
    this.#running ??= this.#run()
  }

  async #run(): Promise<void> {
    this.#callOff()
    while (this.#isAsked) {
      this.#isAsked = false
      try {
        await this.#turn()
      } catch (fault) {
        this.#isUnsure = true
        this.#needs.log.error({ fault }, 'the queue of mails could not go on')
      }
    }
    this.#running = null
    if (!this.#isClosed) this.#callOff = this.#needs.clock.after(LOOK_EVERY, () => this.#soon())
  }

  /** Writes down what became of mails, and begins as many others as there is room for. */
  async #turn(): Promise<void> {
    const { database, clock } = this.#needs
    if (!this.#isTakenOver) {
      await markUnknown(database, clock.now())
      this.#isTakenOver = true
    }
    const isResting = clock.monotonic() < this.#restUntil
    const room = this.#isClosed || isResting ? 0 : AT_ONCE - this.#sending.size
    const settled = [...this.#settled]
    if (this.#isUnsure) {
      await releaseLost(database, [...this.#sending.keys(), ...settled.map(({ mail }) => mail.n)], clock.now())
      this.#isUnsure = false
    }
    if (this.#server === 'back') {
      await makeAllDue(database, clock.now())
      this.#server = 'used'
    }
    const claimed = await settleAndClaim(database, settled, room, clock.now())
    this.#settled = this.#settled.filter((each) => !settled.includes(each))
    for (const mail of claimed) this.#sending.set(mail.n, this.#hand(mail))
    await this.#dropTexts()
  }

  async #hand(mail: Claimed): Promise<void> {
    const outcome = await this.#outcomeOf(mail)
    if (outcome.kind === 'later' && outcome.isAway) this.#rest(outcome.says)
    else if (this.#server === 'away' && outcome.kind === 'sent') this.#server = 'back'
    this.#sending.delete(mail.n)
    this.#settled.push({ mail, outcome })
    this.#soon()
  }

  async #outcomeOf(mail: Claimed): Promise<Outcome> {
    const { mailer, clock, log, isUnwanted } = this.#needs
    if (mail.until !== null && clock.now() >= mail.until) return { kind: 'late' }
    try {
      const written = mailOf(mail)
      return (await isUnwanted(written)) ? { kind: 'late' } : await mailer.send(written)
    } catch (fault) {
      log.error({ fault, mail: mail.n }, 'a mail could not be handed over')
      return { kind: 'unknown', says: '' }
    }
  }

  #rest(says: string): void {
    const { clock, log } = this.#needs
    if (clock.monotonic() >= this.#restUntil)
      log.warn({ says: says.replace(/\S+@\S+/g, '…') }, 'the mail server cannot be used; it is tried again')
    this.#server = 'away'
    this.#restUntil = clock.monotonic() + REST
  }

  async #dropTexts(): Promise<void> {
    const { database, clock } = this.#needs
    if (this.#isClosed || clock.monotonic() < this.#dropsAt) return
    await dropTexts(database, clock.now())
    this.#dropsAt = clock.monotonic() + DROP_EVERY
  }
}
