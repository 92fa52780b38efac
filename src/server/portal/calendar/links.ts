import type { Schedule } from '../../../protocol/schedule.ts'
import type { Millis } from '../../../protocol/types.ts'
import { nextOccurrence } from '../../../rules/schedule/occurrences.ts'
import { rule, type CalendarRoom } from './events.ts'
import { lineOf, plain, utc } from './jcal.ts'

// Addresses that are much longer are refused by some browsers and servers.
const DESCRIPTION_MAX = 1_000 // characters

/**
 * The address at which Google offers to take a room into a calendar: the whole series where it can be said in an address, else the
 * occurrence that is next at an instant. Null if none follows. Nothing is requested. [CALENDAR-7]
 */
export function googleUrl(room: CalendarRoom, schedule: Schedule, at: Millis): string | null {
  const next = nextOccurrence(schedule, at)
  if (!next) return null
  const { repeat, zone, exceptions, following } = schedule
  const isWhole = repeat && exceptions.length === 0 && following.length === 0
  const first = (isWhole && nextOccurrence(schedule, -DAY)) || next
  return addressOf('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: plain(room.name),
    dates: `${compact(first.start)}/${compact(first.end)}`,
    ctz: zone,
    details: detailsOf(room),
    location: room.url,
    ...(isWhole ? { recur: lineOf(rule(schedule, repeat)) } : {}),
  })
}

/** The address at which Outlook offers to take the next occurrence of a room into a calendar; else as `googleUrl`. [CALENDAR-7] */
export function outlookUrl(room: CalendarRoom, schedule: Schedule, at: Millis): string | null {
  const next = nextOccurrence(schedule, at)
  if (!next) return null
  return addressOf('https://outlook.live.com/calendar/0/deeplink/compose', {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: plain(room.name),
    startdt: utc(next.start),
    enddt: utc(next.end),
    body: detailsOf(room),
    location: room.url,
  })
}

const DAY = 86_400_000

function addressOf(base: string, parameters: Record<string, string>): string {
  return `${base}?${new URLSearchParams(parameters).toString()}`
}

function detailsOf({ description, url }: CalendarRoom): string {
  const text = Array.from(plain(description)).slice(0, DESCRIPTION_MAX).join('')
  return text ? `${text}\n\n${url}` : url
}

const compact = (at: Millis) => utc(at).replace(/[-:]/g, '')
