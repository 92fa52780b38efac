import { useState } from 'react'
import type { Repeat, Schedule } from '../../../../protocol/schedule.ts'
import type { DateChange, ScheduleDate } from '../../../../protocol/portal/schedule-dates.ts'
import { useLanguage, useMessages } from '../../../i18n/messages.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Answers, SheetFault } from '../../../ui/overlays/SheetFoot.tsx'
import { Sheet } from '../../Sheet.tsx'
import styles from '../RoomForm.module.css'
import { TimeSpanFields } from '../TimeSpanFields.tsx'
import { weekdayOf } from '../wall-time.ts'
import { Weekdays } from '../Weekdays.tsx'
import { spanIn } from './date-words.ts'
import { useDates } from './use-dates.ts'
import { useScheduleWords } from './use-schedule-words.ts'

type Props = {
  schedule: Schedule
  date: ScheduleDate
  /** Whether all that follow are moved with it; then the weekdays on which they are held. */
  repeat: Repeat | null
  onClose: () => void
  onDone: (changed: Schedule) => void
}

/** Asks for another time of one date, or of it and all that follow, and says what comes of it before it is taken over. [SCHEDULE-11] */
export function MoveDate({ schedule, date, repeat, onClose, onDone }: Props) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const language = useLanguage()
  const say = useScheduleWords()
  const { on } = date
  const [span, setSpan] = useState({ start: date.start, minutes: date.minutes })
  const [days, setDays] = useState<number[]>(repeat?.days ?? [])
  const change: DateChange = repeat ? { do: 'following', on, ...span, days } : { do: 'move', on, ...span }
  const { found, isNow, refusal } = useDates({ schedule, change })
  const changed = isNow ? found?.changed : null
  const set = (what: Partial<typeof span>) => {
    setSpan({ ...span, ...what })
    // Of a series with one weekday, another first day is another weekday.
    if (what.start && days.length === 1) setDays([weekdayOf(what.start.slice(0, 10))])
  }
  return (
    <Sheet title={repeat ? words.moveFollowing : words.moveDate} onClose={onClose}>
      <div className={styles.dialog}>
        <TimeSpanFields
          {...span}
          dayLabel={repeat ? words.firstDay : words.day}
          clock={changed?.clock ?? null}
          set={set}
        />
        {repeat && <Weekdays days={days} onChange={setDays} />}
        <div role="status">
          {changed && (
            <p>
              {repeat
                ? say.following({ ...changed, zone: schedule.zone, repeat: { ...repeat, days } })
                : words.becomes({ was: spanIn(language, date), when: spanIn(language, changed) })}
            </p>
          )}
          {isNow && found && found.lost.length > 0 && (
            <>
              <p>{words.lost({ what: say.list(found.lost) })}</p>
              <p>{words.lostHelp}</p>
            </>
          )}
        </div>
        <SheetFault>{refusal ? t.refusal[refusal] : ''}</SheetFault>
      </div>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button
          look="primary"
          disabled={!isNow}
          onPress={() => {
            if (!found) return
            onDone(found.schedule)
            onClose()
          }}
        >
          {words.takeOver}
        </Button>
      </Answers>
    </Sheet>
  )
}
