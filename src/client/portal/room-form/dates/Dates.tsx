import { CalendarClock, CalendarRange, CalendarX, EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import {
  DATES_MAX,
  type DateChange,
  type ScheduleDate,
  type ScheduleDates,
} from '../../../../protocol/portal/schedule-dates.ts'
import type { Schedule } from '../../../../protocol/schedule.ts'
import { useLanguage, useMessages } from '../../../i18n/messages.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Chip } from '../../../ui/controls/Chip.tsx'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { Menu } from '../../../ui/overlays/Menu.tsx'
import { useSend } from '../../use-send.ts'
import { readScheduleDates } from '../api.ts'
import styles from './Dates.module.css'
import { spanIn } from './date-words.ts'
import { MoveDate } from './MoveDate.tsx'
import { useScheduleWords } from './use-schedule-words.ts'

type Props = {
  schedule: Schedule
  /** What the server said of it last, and why it says nothing of what is typed now. */
  found: ScheduleDates | null
  fault: string
  most: number
  onMore: () => void
  set: (changed: Schedule) => void
}

type Moving = { date: ScheduleDate; isFollowing: boolean }

/** The next dates of a series, each of which is moved or cancelled for itself, or with all that follow. [SCHEDULE-11] */
export function Dates({ schedule, found, fault, most, onMore, set }: Props) {
  const words = useMessages('room-form')
  const [moving, setMoving] = useState<Moving | null>(null)
  const { send, fault: refused } = useSend()
  const change = async (what: DateChange) => {
    const answer = await send(async () => await readScheduleDates(JSON.stringify({ schedule, change: what, most })))
    if (answer) set(answer.ok.schedule)
  }
  const repeatOf = ({ series }: ScheduleDate) => [schedule, ...schedule.following][series]?.repeat ?? null
  return (
    <section className={styles.dates} aria-label={words.dates}>
      <h3 className={styles.heading}>{words.dates}</h3>
      <p className={styles.help}>{words.datesIn({ zone: schedule.zone })}</p>
      <p role="alert" className={styles.fault}>
        {fault || refused}
      </p>
      {found && found.lost.length > 0 && <Lost found={found} set={set} />}
      {found?.dates.length === 0 && <p className={styles.help}>{words.datesNone}</p>}
      <ul className={styles.list}>
        {found?.dates.map((date) => (
          <Row
            key={date.on}
            date={date}
            change={(what) => void change(what)}
            move={(isFollowing) => setMoving({ date, isFollowing })}
          />
        ))}
      </ul>
      {found?.hasMore && most < DATES_MAX && (
        <Button size="small" onPress={onMore}>
          {words.showMore}
        </Button>
      )}
      {moving && (
        <MoveDate
          schedule={schedule}
          date={moving.date}
          repeat={moving.isFollowing ? repeatOf(moving.date) : null}
          onClose={() => setMoving(null)}
          onDone={set}
        />
      )}
    </section>
  )
}

type RowProps = { date: ScheduleDate; change: (what: DateChange) => void; move: (isFollowing: boolean) => void }

function Row({ date, change, move }: RowProps) {
  const t = useMessages('core')
  const words = useMessages('room-form')
  const language = useLanguage()
  const { on, was, minutes, isCancelled, series, isFirst } = date
  const when = spanIn(language, date)
  const acts = [
    { id: 'move', name: words.moveDate, icon: CalendarClock, run: () => move(false) },
    { id: 'cancel', name: words.cancelDate, icon: CalendarX, run: () => change({ do: 'cancel', on }) },
    { id: 'following', name: words.moveFollowing, icon: CalendarRange, run: () => move(true) },
  ]
  return (
    <li className={styles.row} data-cancelled={isCancelled || undefined}>
      <div className={styles.what}>
        <span className={styles.when}>{when}</span>
        {isCancelled && <Chip>{words.cancelled}</Chip>}
        {was !== null && (
          <span className={styles.help}>{words.movedFrom({ when: spanIn(language, { start: was, minutes }) })}</span>
        )}
        {series > 0 && isFirst && (
          <span className={styles.turn}>
            <span className={styles.help}>{words.changedFrom}</span>
            <Button size="small" onPress={() => change({ do: 'rejoin', following: series - 1 })}>
              {words.rejoin}
            </Button>
          </span>
        )}
      </div>
      {(isCancelled || was !== null) && (
        <Button size="small" onPress={() => change({ do: 'restore', on })}>
          {isCancelled ? words.bringBack : words.putBack}
        </Button>
      )}
      {!isCancelled && (
        <Menu label={t.options({ name: when })} acts={acts}>
          {(opener) => <IconButton icon={EllipsisVertical} label={t.options({ name: when })} opener={opener} />}
        </Menu>
      )}
    </li>
  )
}

/** What was moved or cancelled on dates that a changed series does not have. [SCHEDULE-14] */
function Lost({ found, set }: { found: ScheduleDates; set: Props['set'] }) {
  const words = useMessages('room-form')
  const say = useScheduleWords()
  return (
    <div role="status" className={styles.lost}>
      <p>{words.lost({ what: say.list(found.lost) })}</p>
      <p>{words.lostHelp}</p>
      <Button size="small" onPress={() => set(found.schedule)}>
        {words.leaveOut}
      </Button>
    </div>
  )
}
