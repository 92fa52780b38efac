import { placeOf } from '../../../i18n/language.ts'

type Span = { start: string; minutes: number }

const MINUTE = 60_000

// A wall time is written as it stands: as if its zone were that of no clock change.
const instantOf = (wall: string) => Date.parse(`${wall}Z`)
const formatIn = (language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(placeOf(language), { ...options, timeZone: 'UTC' })
const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const TIME = { hour: 'numeric', minute: '2-digit' } as const

/** A day and the times of it, from a wall time on. */
export const spanIn = (language: string, { start, minutes }: Span): string =>
  formatIn(language, { ...DAY, ...TIME }).formatRange(instantOf(start), instantOf(start) + minutes * MINUTE)

/** The day of a wall time, or a date. */
export const dayIn = (language: string, wall: string): string =>
  formatIn(language, DAY).format(instantOf(`${wall.slice(0, 10)}T12:00`))

/** The time of day of a wall time. */
export const timeIn = (language: string, wall: string): string => formatIn(language, TIME).format(instantOf(wall))

/** From when until when, without the day. */
export const timesIn = (language: string, { start, minutes }: Span): string => {
  const ends = new Date(instantOf(start) + minutes * MINUTE).toISOString()
  return `${timeIn(language, start)} – ${timeIn(language, ends.slice(0, 16))}`
}
