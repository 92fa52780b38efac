import * as v from 'valibot'
import { vi } from 'vitest'
import { MailPage, OneMail, type MailKind, type MailRow } from '../../src/protocol/mail.ts'
import type { Media } from '../../src/server/media/media.ts'
import type { Scene } from './app-server.ts'
import { Browser, PASSWORD } from './browser.ts'

// On a machine that has much else to do.
const PATIENCE = 5_000

/** The outbox of a server, as its administrator reads it. */
export class Outbox {
  readonly #admin: Browser

  private constructor(admin: Browser) {
    this.#admin = admin
  }

  /** Sets the administrator up. */
  static async of(scene: Scene<Media>): Promise<Outbox> {
    const admin = new Browser(scene)
    const who = { name: 'Hana', email: 'hana@example.org', password: PASSWORD }
    await admin.post(`/api${(await scene.setUp.path()) ?? ''}`, who)
    return new Outbox(admin)
  }

  get admin(): Browser {
    return this.#admin
  }

  /** All mails, the newest first. */
  async all(): Promise<MailRow[]> {
    return v.parse(MailPage, (await this.#admin.get('/api/admin/mails')).body).mails
  }

  /** What kinds of mail went to an address, the newest first. */
  async kindsTo(address: string): Promise<MailKind[]> {
    return (await this.all()).filter(({ to }) => to === address).map(({ kind }) => kind)
  }

  /** The newest mail of a kind to an address, once it is there. */
  async newest(address: string, kind: MailKind): Promise<{ subject: string; text: string; html: string }> {
    const find = async () => {
      const mail = (await this.all()).find((each) => each.to === address && each.kind === kind && each.state === 'kept')
      const { body, subject } = v.parse(OneMail, (await this.#admin.get(`/api/admin/mails/${mail?.id}`)).body)
      return { subject, text: body?.text ?? '', html: body?.html ?? '' }
    }
    return await vi.waitFor(find, { timeout: PATIENCE })
  }

  /** The path that the newest mail of a kind leads to. */
  async linkIn(address: string, kind: MailKind): Promise<string> {
    const { text } = await this.newest(address, kind)
    return /http:\/\/localhost:8080(\/\S+)/.exec(text)?.[1] ?? ''
  }

  /** A browser of a new account that has confirmed its e-mail. */
  async confirmed(scene: Scene<Media>, person: { name: string; email: string }): Promise<Browser> {
    const browser = new Browser(scene)
    await browser.signUp(person)
    await browser.post(`/api${await this.linkIn(person.email, 'verify-email')}`)
    return browser
  }
}
