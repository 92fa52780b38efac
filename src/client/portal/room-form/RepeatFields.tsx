import type { Repeat, Schedule } from '../../../protocol/schedule.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { Switch } from '../../ui/controls/Switch.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { weekdayOf } from './wall-time.ts'
import { Weekdays } from './Weekdays.tsx'

const WEEKS = [1, 2, 3, 4]

type Props = { schedule: Schedule; set: (what: Partial<Schedule>) => void }

/** Whether it is held again and again, on which days, and until when. */
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
      {repeat && <Weeks repeat={repeat} set={(what) => set({ repeat: { ...repeat, ...what } })} />}
    </>
  )
}

function Weeks({ repeat, set }: { repeat: Repeat; set: (what: Partial<Repeat>) => void }) {
  const words = useMessages('room-form')
  return (
    <>
      <Select
        label={words.when}
        value={repeat.every}
        onChange={(every) => set({ every })}
        choices={WEEKS.map((n) => ({ value: n, name: words.everyWeeks({ n }) }))}
      />
      <Weekdays days={repeat.days} onChange={(days) => set({ days })} />
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
