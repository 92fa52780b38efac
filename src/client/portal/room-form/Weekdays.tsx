import { useLanguage, useMessages } from '../../i18n/messages.ts'
import styles from './RoomForm.module.css'
import { weekdayName } from './wall-time.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** On which days of the week; 1 is Monday. */
export function Weekdays({ days, onChange }: { days: readonly number[]; onChange: (days: number[]) => void }) {
  const words = useMessages('room-form')
  const language = useLanguage()
  const turn = (day: number) => DAYS.filter((each) => (each === day) !== days.includes(each))
  return (
    <fieldset className={styles.days}>
      <legend className={styles.label}>{words.days}</legend>
      {DAYS.map((day) => (
        <label key={day} className={styles.weekday}>
          <input type="checkbox" checked={days.includes(day)} onChange={() => onChange(turn(day))} />
          <span>{weekdayName(day, language)}</span>
        </label>
      ))}
    </fieldset>
  )
}
