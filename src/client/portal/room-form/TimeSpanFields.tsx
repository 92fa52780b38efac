import type { ClockNote } from '../../../protocol/portal/schedule-dates.ts'
import { useMessages } from '../../i18n/messages.ts'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useScheduleWords } from './dates/use-schedule-words.ts'
import styles from './RoomForm.module.css'
import { minutesBetween, timeAfter } from './wall-time.ts'

type Span = { start: string; minutes: number }

type Props = Span & {
  dayLabel: string
  /** What the clocks make of a start that they leave out or show twice. */
  clock: ClockNote | null
  set: (what: Partial<Span>) => void
}

/** The day, start and end of something; an end that is no later than the start is on the next day. [SCHEDULE-13] */
export function TimeSpanFields({ start, minutes, dayLabel, clock, set }: Props) {
  const words = useMessages('room-form')
  const say = useScheduleWords()
  const [date = '', time = ''] = start.split('T')
  const end = timeAfter(time, minutes)
  return (
    <>
      <div className={styles.times}>
        <TextField
          label={dayLabel}
          type="date"
          value={date}
          onChange={(day) => day && set({ start: `${day}T${time}` })}
        />
        <TextField
          label={words.start}
          type="time"
          value={time}
          onChange={(typed) => typed && set({ start: `${date}T${typed}` })}
        />
        <TextField
          label={words.end}
          type="time"
          value={end}
          onChange={(typed) => typed && set({ minutes: minutesBetween(time, typed) })}
        />
      </div>
      <div role="status" className={styles.said}>
        {end <= time && <p className={styles.help}>{words.nextDay}</p>}
        {clock && <p className={styles.help}>{say.clock(clock)}</p>}
      </div>
    </>
  )
}
