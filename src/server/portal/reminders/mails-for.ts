import { setImmediate } from 'node:timers/promises'
import type { NewMail } from '../../mail/mail-rows.ts'

// To write so many takes some ms; others are heard between.
const AT_ONCE = 20

/** A mail for each of many. */
export async function mailsFor<T>(all: readonly T[], mailOf: (each: T) => NewMail): Promise<NewMail[]> {
  const mails: NewMail[] = []
  for (let from = 0; from < all.length; from += AT_ONCE) {
    mails.push(...all.slice(from, from + AT_ONCE).map(mailOf))
    await setImmediate()
  }
  return mails
}
