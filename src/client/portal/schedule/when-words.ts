import type { Millis } from '../../../protocol/types.ts'
import { placeOf } from '../../i18n/language.ts'

/** A time in the visitor's own zone, in words: the day, the time from and to, and the zone's name. */
export type WhenWords = { day: string; from: string; to: string; zone: string }

/**
 * Says a time in a language; `now` decides whether the year is said. `timeZone`: for tests, another zone than the browser's own.
 * [SCHEDULE-9]
 */
export function whenIn(
  language: string,
  { start, end, now }: { start: Millis; end: Millis; now: Millis },
  timeZone?: string,
): WhenWords {
  const place = placeOf(language)
  const own = timeZone === undefined ? {} : { timeZone }
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(place, { ...own, ...options })
  const year = format({ year: 'numeric' })
  // What ends at midnight is not on the next day.
  const lastMoment = Math.max(start, end - 1)
  const isThisYear = year.format(start) === year.format(now)
  const days = format({ weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) })
  const times = format({ timeStyle: 'short' })
  const zone = format({ timeZoneName: 'long' })
    .formatToParts(start)
    .find(({ type }) => type === 'timeZoneName')
  return {
    day: days.formatRange(start, lastMoment),
    from: times.format(start),
    to: times.format(end),
    zone: zone?.value ?? '',
  }
}
