import { useState } from 'react'
import { EARLY_MAX } from '../../../protocol/rooms.ts'
import type { Schedule } from '../../../protocol/schedule.ts'
import type { FlatForm } from '../../../rules/rooms/merge.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Segments } from '../../ui/controls/Segments.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { Dates } from './dates/Dates.tsx'
import { useDates } from './dates/use-dates.ts'
import { RepeatFields } from './RepeatFields.tsx'
import styles from './RoomForm.module.css'
import { TimeSpanFields } from './TimeSpanFields.tsx'
import type { Change } from './use-room-form.ts'
import { tomorrowAt } from './wall-time.ts'

const EARLY = [0, 5, 10, 15, 30, 45, 60, 90, EARLY_MAX]

/** When the room is held. */
export function ScheduleFields({ form, change }: { form: FlatForm; change: Change }) {
  const words = useMessages('room-form')
  const { schedule, early } = form
  const minutes = EARLY.includes(early) ? EARLY : [...EARLY, early].toSorted((one, other) => one - other)
  const set = (what: Partial<Schedule>) => schedule && change({ schedule: { ...schedule, ...what } })
  return (
    <section className={styles.card} aria-label={words.schedule}>
      <h2 className={styles.heading}>{words.schedule}</h2>
      <Segments
        label={words.when}
        value={schedule ? 'times' : 'always'}
        onChange={(chosen) => change({ schedule: chosen === 'always' ? null : (schedule ?? firstSchedule()) })}
        choices={[
          { value: 'always', name: words.always },
          { value: 'times', name: words.times },
        ]}
      />
      {schedule ? <Held schedule={schedule} set={set} /> : <p className={styles.help}>{words.alwaysMeans}</p>}
      <Select
        label={words.early}
        value={early}
        onChange={(chosen) => change({ early: chosen })}
        choices={minutes.map((n) => ({ value: n, name: words.minutes({ n }) }))}
      />
    </section>
  )
}

/** An hour from tomorrow on, where this machine is. */
function firstSchedule(): Schedule {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return { start: tomorrowAt(new Date()), minutes: 60, zone: timeZone, repeat: null, exceptions: [], following: [] }
}

type Props = { schedule: Schedule; set: (what: Partial<Schedule>) => void }

const AT_ONCE = 10

/** From when on it is held, how often, and what is other on single dates. */
function Held({ schedule, set }: Props) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const [most, setMost] = useState(AT_ONCE)
  const { found, isNow, refusal } = useDates({ schedule, most })
  const zones = Intl.supportedValuesOf('timeZone')
  const all = zones.includes(schedule.zone) ? zones : [schedule.zone, ...zones]
  return (
    <>
      {schedule.following.length > 0 && <p className={styles.help}>{words.firstPart}</p>}
      <TimeSpanFields
        start={schedule.start}
        minutes={schedule.minutes}
        dayLabel={words.day}
        clock={isNow && found ? found.clock : null}
        set={set}
      />
      <Select
        label={words.zone}
        value={schedule.zone}
        onChange={(zone) => set({ zone })}
        choices={all.map((zone) => ({ value: zone, name: zone }))}
      />
      <RepeatFields schedule={schedule} set={set} />
      {(schedule.repeat ?? schedule.following.length > 0) && (
        <Dates
          schedule={schedule}
          found={found}
          fault={refusal ? t.refusal[refusal] : ''}
          most={most}
          onMore={() => setMost(most + AT_ONCE)}
          set={set}
        />
      )}
    </>
  )
}
