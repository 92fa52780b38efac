import { useEffect, useState, type ReactNode } from 'react'
import type { RoomPictures, Timing } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import { Top } from '../../ui/pages/SiteHeader.tsx'
import { useCall, useLive } from '../../state/use-call.ts'
import { WaitingPictures } from '../pictures/Shown.tsx'
import { readAbout } from '../room-form/api.ts'
import { useAnswer } from '../use-answer.ts'
import { AddToCalendar } from './AddToCalendar.tsx'
import { Countdown } from './Countdown.tsx'
import styles from './Early.module.css'
import { When } from './When.tsx'

/** Before the time of a room: how long it still takes. Who waits comes in by themselves; at any other time `children` are shown. [SCHEDULE-7] */
export function Early({ children }: { children: ReactNode }) {
  const room = useLive((state) => state.session.room)
  const [answer] = useAnswer(readAbout, room)
  if (!answer) return <LoadingPage />
  if (!('ok' in answer)) return <>{children}</>
  const { timing, pictures } = answer.ok
  if (timing?.phase.phase !== 'before') return <>{children}</>
  return <Waiting timing={timing} phase={timing.phase} pictures={pictures} />
}

type Before = Extract<Timing['phase'], { phase: 'before' }>

function Waiting({ timing, phase, pictures }: { timing: Timing; phase: Before; pictures: RoomPictures }) {
  const words = useMessages('schedule')
  const call = useCall()
  const name = useLive((state) => state.session.name)
  const isLive = useLive(({ session }) => session.startedAt > 0 && session.endedAt === null)
  const [hasCome, setHasCome] = useState(false)
  const [ahead] = useState(() => timing.now - Date.now())
  const [isDoorOpen] = useState(() => timing.now >= phase.waitAt)
  const isIn = hasCome || isLive
  useEffect(() => {
    if (isIn) void call.join('viewer')
  }, [isIn, call])
  return (
    <>
      <Top />
      <main className={styles.page}>
        <WaitingPictures pictures={pictures} />
        <When {...phase.next} />
        <h1 className={styles.title}>
          <bdi>{name}</bdi>
        </h1>
        <Countdown to={phase.enterAt} ahead={ahead} onCome={() => setHasCome(true)} />
        <p className={styles.help} role="status">
          {hasCome ? words.waitsForHost : isDoorOpen ? words.early : words.tooEarly}
        </p>
        {timing.calendar && <AddToCalendar {...timing.calendar} />}
      </main>
    </>
  )
}
