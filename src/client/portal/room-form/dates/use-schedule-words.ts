import type { Exception, Schedule, Series } from '../../../../protocol/schedule.ts'
import type { ClockNote } from '../../../../protocol/portal/schedule-dates.ts'
import { useFormats, useLanguage, useMessages } from '../../../i18n/messages.ts'
import { weekdayName } from '../wall-time.ts'
import { dayIn, spanIn, timeIn, timesIn } from './date-words.ts'

/** Says in words what stands in a schedule. */
export function useScheduleWords() {
  const words = useMessages('room-form')
  const formats = useFormats()
  const language = useLanguage()
  const days = (all: readonly number[]) => formats.list(all.map((day) => weekdayName(day, language)))
  const exception = ({ on, moved }: Exception) => {
    const day = dayIn(language, on)
    return moved ? words.isMovedTo({ day, when: spanIn(language, moved) }) : words.isCancelled({ day })
  }
  const following = ({ start, minutes, repeat }: Omit<Series, 'exceptions'>) =>
    words.followingBecome({
      when: dayIn(language, start),
      days: days(repeat?.days ?? []),
      times: timesIn(language, { start, minutes }),
    })
  return {
    following,
    /** What a start is that the clocks leave out or show twice. */
    clock: ({ start, begins }: ClockNote) => {
      const what = { time: timeIn(language, start), day: dayIn(language, start) }
      return begins ? words.clockMissing({ ...what, begins: timeIn(language, begins) }) : words.clockTwice(what)
    },
    /** What was moved or cancelled, one after the other. */
    list: (all: readonly Exception[]) => formats.list(all.map(exception)),
    /** All of it, a line each. */
    schedule: (schedule: Schedule) => {
      const all = [schedule, ...schedule.following]
      const series = all.map((each) => (each.repeat ? following(each) : spanIn(language, each)))
      return [...series, schedule.zone, ...all.flatMap(({ exceptions }) => exceptions.map(exception))].join('\n')
    },
  }
}
