import { useState } from 'react'
import type { Timing as RoomTiming } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { AddToCalendar } from './AddToCalendar.tsx'
import { Countdown } from './Countdown.tsx'
import styles from './Timing.module.css'
import { When } from './When.tsx'

type Props = {
  timing: RoomTiming
  /** Called once, when what is shown is not true any more. */
  onCome: () => void
}

/** When a room with a schedule is held: what runs, how long it still takes to the next time, or that it is over. [SCHEDULE-7] */
export function Timing({ timing: { phase, calendar, now }, onCome }: Props) {
  const words = useMessages('schedule')
  const [ahead] = useState(() => now - Date.now())
  const next = phase.phase === 'open' ? (phase.occurrence ?? phase.next) : phase.phase === 'before' ? phase.next : null
  return (
    <section className={styles.timing}>
      {phase.phase === 'over' && <p>{words.over}</p>}
      {next && <When {...next} />}
      {phase.phase === 'before' && (
        <Countdown key={phase.next.start} to={phase.next.start} ahead={ahead} onCome={onCome} />
      )}
      {calendar && <AddToCalendar {...calendar} />}
    </section>
  )
}
