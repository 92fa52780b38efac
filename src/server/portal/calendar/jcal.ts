import ICAL from 'ical.js'
import type { Millis } from '../../../protocol/types.ts'

/** A property of a calendar as RFC 7265 writes it: name, parameters, type, values. */
export type Property = [name: string, parameters: Record<string, string>, type: string, ...values: unknown[]]
/** A part of a calendar as RFC 7265 writes it: name, properties, parts. */
export type JCal = [name: string, properties: Property[], parts: JCal[]]

// RFC 5545, 3.1: 75 octets with the space before what goes on, which the library does not count.
ICAL.foldLength = 74

/** The text of a calendar, as RFC 5545 writes it. */
export const textOf = (calendar: JCal): string => `${ICAL.stringify(calendar)}\r\n`

/** One property as a line of its own, not folded. */
export const lineOf = (property: Property): string => new ICAL.Property(property).toICALString().replaceAll('\r\n ', '')

/** A text without what no calendar may hold: other signs for the end of a line than one, control characters, half characters. */
export const plain = (text: string): string =>
  text.replace(/\r\n?|[\v\f\u0085\p{Zl}\p{Zp}]/gu, '\n').replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')

/** The days of the week as calendars name them, from Monday on. */
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** A day of the week as calendars name it; 1 is Monday. */
export const weekdayOf = (day: number) => WEEKDAYS[(day - 1) % WEEKDAYS.length] ?? 'MO'

/** An instant as 2026-11-27T14:00:00Z. */
export const utc = (at: Millis): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' })
