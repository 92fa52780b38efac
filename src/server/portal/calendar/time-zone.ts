import { LAST_DATE } from '../../../rules/schedule/dates.ts'
import { utc, weekdayOf, type JCal, type Property } from './jcal.ts'
import { changesOf, type ZoneChange } from './zone-changes.ts'

const WEEK = 7

/**
 * The rules of a zone (VTIMEZONE) for what is held from one date to another, or for ever (null). They are made from what this process
 * itself knows of the zone: another list would be of another day. [CALENDAR-1]
 */
export function timeZoneOf(zone: string, from: Temporal.PlainDate, to: Temporal.PlainDate | null): JCal {
  const all = changesOf(zone)
  const begin = from.toZonedDateTime(zone).toInstant()
  const next = all.findIndex(({ at }) => Temporal.Instant.compare(begin, at) < 0)
  // The last one before tells how the clocks are at first.
  const rules = rulesOf(all.slice(Math.max(0, (next === -1 ? all.length : next) - 1)))
  const isTold = next !== 0 && all.length > 0
  // Summer and winter stand there together, also where only one of them is met: so calendars know the zone again.
  const used = rules.filter((rule) => rule.length > 1 || !to || Temporal.PlainDate.compare(rule[0].wall, to) <= 0)
  const observances = [...(isTold ? [] : [offsetAtFirst(zone, from)]), ...used.map(observance)]
  return ['vtimezone', [['tzid', {}, 'text', zone]], observances]
}

/** The offset with which a zone begins whose clocks were not changed before. */
function offsetAtFirst(zone: string, from: Temporal.PlainDate): JCal {
  const { offset } = from.toZonedDateTime(zone)
  return ['standard', times(from.toPlainDateTime(), offset, offset), []]
}

/** Changes that come by one rule, year after year: the weekday of the same week of a month. */
type Rule = [ZoneChange, ...ZoneChange[]]

function rulesOf(changes: readonly ZoneChange[]): Rule[] {
  const rules: Rule[] = []
  for (const change of changes) {
    const rule = rules.find((each) => goesOn(each, change))
    if (rule) rule.push(change)
    else rules.push([change])
  }
  return rules
}

function goesOn(rule: Rule, { wall, from, to }: ZoneChange): boolean {
  const last = rule.at(-1) ?? rule[0]
  const isSame =
    wall.year === last.wall.year + 1 &&
    wall.month === last.wall.month &&
    wall.dayOfWeek === last.wall.dayOfWeek &&
    wall.toPlainTime().equals(last.wall.toPlainTime()) &&
    from === last.from &&
    to === last.to
  return isSame && spread([...rule.map((each) => each.wall.day), wall.day]) < WEEK
}

const spread = (days: readonly number[]) => Math.max(...days) - Math.min(...days)

function observance(rule: Rule): JCal {
  const [first] = rule
  const name = first.isForward ? 'daylight' : 'standard'
  return [name, [...times(first.wall, first.from, first.to), ...yearly(rule)], []]
}

const times = (wall: Temporal.PlainDateTime, from: string, to: string): Property[] => [
  ['dtstart', {}, 'date-time', wall.toString({ smallestUnit: 'second' })],
  ['tzoffsetfrom', {}, 'utc-offset', from],
  ['tzoffsetto', {}, 'utc-offset', to],
]

/** The rule of changes that came more than once; without an end if they still come in the last year. */
function yearly(rule: Rule): Property[] {
  const [{ wall }] = rule
  const last = rule.at(-1)
  if (!last || rule.length === 1) return []
  const until = last.wall.year < LAST_DATE.year ? { until: utc(last.at.epochMilliseconds) } : {}
  return [['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: wall.month, ...weekdayIn(rule), ...until }]]
}

/** A weekday of a month, as calendars write it: the first or the last where one of these says it, else the one of seven days. */
function weekdayIn(rule: Rule) {
  const [{ wall }] = rule
  const weekday = weekdayOf(wall.dayOfWeek)
  const days = rule.map((each) => each.wall.day)
  // The seven days begin with one of these.
  const [least, most] = [Math.max(1, Math.max(...days) - WEEK + 1), Math.min(...days)]
  const lastWeek = wall.daysInMonth - WEEK + 1
  // February has no last week of its own: its length changes.
  if (wall.month !== 2 && least <= lastWeek && lastWeek <= most) return { byday: `-1${weekday}` }
  const nth = Math.ceil((least - 1) / WEEK)
  if (nth * WEEK + 1 <= most) return { byday: `${nth + 1}${weekday}` }
  return { byday: weekday, bymonthday: Array.from({ length: WEEK }, (_, n) => least + n) }
}
