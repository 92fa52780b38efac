import type { MailKind } from '../../protocol/mail.ts'
import type { Millis } from '../../protocol/types.ts'

const MINUTE: Millis = 60_000
const HOUR: Millis = 60 * MINUTE
const DAY: Millis = 24 * HOUR

const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, DAY] as const
/** No mail waits longer than this for its next try. */
export const LONGEST_WAIT: Millis = DAY
/** For how long a mail is tried. */
const PATIENCE: Millis = 3 * DAY

/** When a mail is tried again that could not be sent just now; null when it is given up. [MAIL-6] [MAIL-7] */
export function nextTry({ tries, queuedAt }: { tries: number; queuedAt: Millis }, now: Millis): Millis | null {
  const last = queuedAt + PATIENCE
  if (now >= last) return null
  const next = now + (WAITS[tries - 1] ?? LONGEST_WAIT)
  return Math.min(next, last)
}

const OF_ACCOUNT: ReadonlySet<MailKind> = new Set(['verify-email', 'reset-password', 'change-email', 'email-changed'])

/** Whether a mail is about somebody's account: such a one goes before all others, and whoever reads it can take the account. [MAIL-4] [MAIL-11] */
export const isOfAccount = (kind: MailKind): boolean => OF_ACCOUNT.has(kind)
