import { placeOf } from '../../i18n/language.ts'

/** The day of the month and the short name of the month of a time, as the language writes them. */
export function dayOf(at: number, language: string): { day: string; month: string } {
  const place = placeOf(language)
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(place, options).format(at)
  return { day: format({ day: 'numeric' }).replace(/\D+$/, ''), month: format({ month: 'short' }) }
}
