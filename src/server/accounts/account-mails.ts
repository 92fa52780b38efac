import * as v from 'valibot'
import { LANGUAGES, type Language } from '../../protocol/language.ts'
import type { Millis } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { MailQueue } from '../mail/mail-queue.ts'
import { renderMail } from '../mail/templates/render-mail.ts'
import { keyOf } from '../secrets.ts'
import { OneTimeSecrets } from './one-time-secrets.ts'

const HOUR: Millis = 3_600_000
/** What a link in a mail is for: where its page is, and how long it works. */
const LINKS = {
  'verify-email': { path: '/account/verify', hours: 48 },
  'change-email': { path: '/account/email', hours: 24 },
  'reset-password': { path: '/account/reset', hours: 1 },
} as const
export type MailLink = keyof typeof LINKS

/** Whom a link is about: an account, and the e-mail to which it was sent. */
const About = v.object({ account: v.string(), email: v.string() })

type Recipient = { id: string; name: string; email: string; language: string | null }
type Needs = { clock: Clock; config: Pick<Config, 'url'>; database: Database; mail: Pick<MailQueue, 'enqueue'> }

/** The mails about accounts, and the links in them: of each kind the newest of an account works, once. [ACCOUNT-14] */
export class AccountMails {
  readonly #needs: Needs
  readonly #secrets: OneTimeSecrets

  constructor(needs: Needs) {
    this.#needs = needs
    this.#secrets = new OneTimeSecrets(needs.database, needs.clock)
  }

  /** Sends a link to the e-mail that it is about. `language`: of a browser, where the account says none. */
  async send(kind: MailLink, { id, name, email, language }: Recipient, spoken?: string): Promise<void> {
    const { clock, config, mail } = this.#needs
    const { path, hours } = LINKS[kind]
    const lasts = hours * HOUR
    await this.#secrets.revoke(kind, id)
    const secret = await this.#secrets.issue(kind, { goesWith: { account: id, email }, lasts, account: id })
    const link = new URL(`${path}/${secret}`, config.url).href
    const rendered = renderMail({ kind, name, link, hours, language: languageOf(language, spoken) })
    const until = clock.now() + lasts
    const key = `${kind} ${keyOf(secret)}`
    await mail.enqueue([{ ...rendered, key, to: { address: email, name }, calendar: null, until }])
  }

  /** Tells the e-mail of before that it is the account's no longer. */
  async tellChanged({ id, name, email, language }: Recipient): Promise<void> {
    const { clock, mail } = this.#needs
    const rendered = renderMail({ kind: 'email-changed', name, language: languageOf(language) })
    const key = `email-changed ${id} ${clock.now()}`
    await mail.enqueue([{ ...rendered, key, to: { address: email, name }, calendar: null, until: null }])
  }

  /** Whom a link is about, which stays good. Null for one that is unknown, was used, or is too old. */
  async about(kind: MailLink, secret: string): Promise<v.InferOutput<typeof About> | null> {
    return await this.#secrets.read(kind, secret, About)
  }

  /** Whom a link is about; it is used up by this. Null for one that is unknown, was used, or is too old. */
  async take(kind: MailLink, secret: string): Promise<v.InferOutput<typeof About> | null> {
    return await this.#secrets.take(kind, secret, About)
  }

  /** Makes links to an account void: all, or those by which it is taken. */
  async revoke(account: string, which: 'all' | 'taking'): Promise<void> {
    for (const kind of ['change-email', 'reset-password'] as const) await this.#secrets.revoke(kind, account)
    if (which === 'all') await this.#secrets.revoke('verify-email', account)
  }
}

function languageOf(...wishes: (string | null | undefined)[]): Language {
  return LANGUAGES.find((each) => wishes.find((wish) => wish) === each) ?? 'en'
}
