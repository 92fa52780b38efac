import { useState } from 'react'
import type { Repeat, Schedule } from '../../../protocol/schedule.ts'
import { useFormats, useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { Switch } from '../../ui/controls/Switch.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import styles from './RoomForm.module.css'
import { noonOf, weekdayName, weekdayOf } from './wall-time.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 7]
const WEEKS = [1, 2, 3, 4]

type Props = { schedule: Schedule; set: (what: Partial<Schedule>) => void }

/** Whether it is held again and again, on which days, until when, and on which days not. */
export function RepeatFields({ schedule, set }: Props) {
  const words = useMessages('room-form')
  const { repeat, start } = schedule
  const weekly = (): Repeat => ({ every: 1, days: [weekdayOf(start.slice(0, 10))], until: null, count: null })
  return (
    <>
      <Switch
        label={words.repeat}
        isOn={repeat !== null}
        onChange={(on) => set({ repeat: on ? weekly() : null, exceptions: [], following: [] })}
      />
      {repeat && (
        <>
          <Weeks repeat={repeat} set={(what) => set({ repeat: { ...repeat, ...what } })} />
          <Exceptions schedule={schedule} set={set} />
        </>
      )}
    </>
  )
}

function Weeks({ repeat, set }: { repeat: Repeat; set: (what: Partial<Repeat>) => void }) {
  const words = useMessages('room-form')
  const language = useLanguage()
  const turn = (day: number) =>
    repeat.days.includes(day)
      ? repeat.days.filter((each) => each !== day)
      : DAYS.filter((each) => each === day || repeat.days.includes(each))
  return (
    <>
      <Select
        label={words.when}
        value={repeat.every}
        onChange={(every) => set({ every })}
        choices={WEEKS.map((n) => ({ value: n, name: words.everyWeeks({ n }) }))}
      />
      <fieldset className={styles.days}>
        <legend className={styles.label}>{words.days}</legend>
        {DAYS.map((day) => (
          <label key={day} className={styles.weekday}>
            <input type="checkbox" checked={repeat.days.includes(day)} onChange={() => set({ days: turn(day) })} />
            <span>{weekdayName(day, language)}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={words.until}
        aside={words.untilHelp}
        type="date"
        value={repeat.until ?? ''}
        onChange={(until) => set({ until: until === '' ? null : until, count: null })}
      />
    </>
  )
}

/** The days on which it is not held, or at another time. */
function Exceptions({ schedule, set }: Props) {
  const words = useMessages('room-form')
  const formats = useFormats()
  const [date, setDate] = useState('')
  const { exceptions } = schedule
  const others = exceptions.filter(({ on }) => on !== date)
  return (
    <div className={styles.exceptions}>
      <TextField label={words.cancelDay} type="date" value={date} onChange={setDate} />
      <Button
        disabled={date === ''}
        onPress={() => {
          set({ exceptions: [...others, { on: date, moved: null }] })
          setDate('')
        }}
      >
        {words.cancelIt}
      </Button>
      <ul className={styles.differing}>
        {exceptions.map(({ on, moved }) => {
          const day = formats.date(noonOf(on))
          return (
            <li key={on}>
              <span>{moved ? words.isMoved({ day }) : words.isCancelled({ day })}</span>
              <Button size="small" onPress={() => set({ exceptions: exceptions.filter((each) => each.on !== on) })}>
                {words.takeBack}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
