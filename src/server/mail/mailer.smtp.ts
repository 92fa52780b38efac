import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import * as v from 'valibot'
import type { Millis } from '../../protocol/types.ts'
import type { SmtpConfig } from './mail-config.ts'
import { AT_ONCE } from './mail-queue.ts'
import { isOneAddress, oneLine, type Delivery, type Mail, type Mailer } from './mailer.ts'

const GREETED_WITHIN: Millis = 15_000
// A server may look at a mail for a while before it answers.
const ANSWERED_WITHIN: Millis = 60_000
const IDLE: Millis = 60_000
// A sentence, and not the page that some servers answer with; characters.
const SAYS_MAX = 300

/** Hands mails to a mail server, over as many connections as the queue sends at once; they are kept open between mails. */
export function smtpMailer({ host, port, isSecure, user, password, from }: SmtpConfig): Mailer {
  const isHere = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
  const transport = createTransport({
    pool: true,
    maxConnections: AT_ONCE,
    idleTimeout: IDLE,
    // Whether a mail is tried again is the queue's to say.
    maxRequeues: 0,
    host,
    port,
    secure: isSecure,
    // A password goes over no line that others may read, and on this machine no certificate proves anything.
    requireTLS: user !== '' && !isHere,
    tls: { rejectUnauthorized: !isHere },
    ...(user !== '' && { auth: { user, pass: password } }),
    connectionTimeout: GREETED_WITHIN,
    greetingTimeout: GREETED_WITHIN,
    socketTimeout: ANSWERED_WITHIN,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The mails that are being handed over, by their ids: what of them was read is on its way.
  const handed = new Map<string, Readable>()
  transport.use('stream', ({ message, data }, done) => {
    const create = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const stream = create(options)
      handed.set(String(data.messageId), stream)
      return stream
    }
    done()
  })
  let isClosed = false

  return {
    async send(mail) {
      if (!isOneAddress(mail.to.address)) return { kind: 'bounced', says: null }
      if (isClosed) return { kind: 'later', says: 'The connection to the mail server is closed.', isAway: true }
      const id = idOf(mail, from)
      try {
        await transport.sendMail({ ...optionsOf(mail), from, messageId: id })
        return { kind: 'sent' }
      } catch (fault) {
        return deliveryOf(v.parse(Fault, fault), handed.get(id)?.readableEnded ?? false)
      } finally {
        handed.delete(id)
      }
    },
    async close() {
      isClosed = true
      transport.close()
    },
  }
}

/** The Message-ID: a key may name people, and is not told. [MAIL-3] [MAIL-10] */
function idOf({ key }: Mail, from: SmtpConfig['from']): string {
  const domain = from.address.slice(from.address.indexOf('@') + 1)
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`
}

function optionsOf({ to, subject, html, text, calendar, unsubscribe }: Mail): SendMailOptions {
  return {
    to: [to],
    subject,
    html,
    text,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== null && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    ...(unsubscribe !== null && { list: { unsubscribe: { url: unsubscribe } } }),
    ...(calendar && { icalEvent: { method: calendar.method, filename: 'session.ics', content: calendar.file } }),
  }
}

/** What nodemailer says of a fault; `command` is the one that was answered. */
const Fault = v.object({
  message: v.string(),
  code: v.optional(v.string()),
  command: v.optional(v.string()),
  response: v.optional(v.string()),
  responseCode: v.optional(v.number()),
})

/** What follows from a fault: `isRead` where all of the mail was on its way. [MAIL-5] [MAIL-6] [MAIL-8] */
function deliveryOf(
  { message, code, command, response, responseCode }: v.InferOutput<typeof Fault>,
  isRead: boolean,
): Delivery {
  const says = Array.from(oneLine(response ?? message))
    .slice(0, SAYS_MAX)
    .join('')
  // A login or a sender that is refused is the operator's to mend, and no fault of the recipient.
  const isOfMail = command === 'RCPT TO' || command === 'DATA'
  if (responseCode !== undefined) {
    if (isOfMail && responseCode >= 500) return { kind: 'bounced', says }
    return { kind: 'later', says, isAway: !isOfMail || responseCode === 421 }
  }
  // Too large for the server, or an address that it cannot be asked about.
  if (code === 'EMESSAGE' || code === 'EENVELOPE') return { kind: 'bounced', says }
  return isRead ? { kind: 'unknown', says } : { kind: 'later', says, isAway: true }
}
