/** A calendar file that goes with a mail. `method` as in RFC 5546. */
export type Calendar = { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; file: string }

/** A mail to one person. */
export type Mail = {
  /** What makes it this mail and no other: of the same key comes the same Message-ID. */
  key: string
  to: { address: string; name: string }
  subject: string
  html: string
  text: string
  calendar: Calendar | null
  /** The address at which one press ends mails of this kind (RFC 8058). */
  unsubscribe: string | null
}

/** What became of a mail; `says` are the mail server's words. */
export type Delivery =
  /** The mail server has taken it. */
  | { kind: 'sent' }
  /** It is to stay where it is: nothing leaves. */
  | { kind: 'kept' }
  /** Refused for good; without words where the address is none and nobody was asked. */
  | { kind: 'bounced'; says: string | null }
  /** Not taken, and may be tried again. `isAway`: the server cannot be used for any mail just now. */
  | { kind: 'later'; says: string; isAway: boolean }
  /** All of it was handed over, and no answer came. */
  | { kind: 'unknown'; says: string }

/** The port by which mails leave. */
export type Mailer = {
  /** Hands a mail over. Never throws, and never hands the same call over twice. */
  send(mail: Mail): Promise<Delivery>
  /** Lets the connections go; what is sent afterwards is answered with `later`. */
  close(): Promise<void>
}

// As long as a path may be (RFC 5321, 4.5.3.1.3), without its brackets.
const ADDRESS_MAX = 254

/** Whether this is one e-mail address and nothing else: no name, no list, and no line break that would begin a header. */
export function isOneAddress(address: string): boolean {
  return address.length <= ADDRESS_MAX && /^[^\s\p{Cc}@,;:<>()[\]\\"]+@[^\s\p{Cc}@,;:<>()[\]\\"]+$/u.test(address)
}

/** A text as one line of a header: line breaks and signs that cannot be seen are spaces. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()
