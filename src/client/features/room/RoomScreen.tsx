import { use, useEffect, useState } from 'react'
import type { RoomId } from '../../../protocol/types.ts'
import { Prejoin } from '../prejoin/index.ts'
import { useMessages } from '../../i18n/messages.ts'
import { preloadMessages } from '../../i18n/load-messages.ts'
import { LoadingPage } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { CallContext, useLive } from '../../state/use-call.ts'
import { LazyNotices } from '../notifications/index.ts'
import { isModerator } from '../../../rules/permissions/policy.ts'
import { Room } from './Room.tsx'
import styles from './RoomScreen.module.css'
import { whereIs } from './where.ts'

const READY_AFTER_MS = 3_000

const Outside = lazyPart(
  async () => {
    preloadMessages()
    return (await import('./Outside.tsx')).Outside
  },
  <LoadingPage />,
)

const LazyEarly = lazyPart(async () => (await import('../../portal/schedule/Early.tsx')).Early, <LoadingPage />)

/** One person's part in a room, from the prejoin page to the end; keyed by the room. */
export function RoomScreen({ room }: { room: RoomId }) {
  const t = useMessages('core')
  if (!use(CallContext)) return <LoadingPage says={t.loading} />
  return (
    <>
      <Titled />
      <Where room={room} />
      <NoticesOutside />
    </>
  )
}

/** The tab has the room's name, on the prejoin page too. */
function Titled() {
  useTitle(useLive((state) => state.session.name))
  return null
}

/** Notices outside the room: why something was refused, and that the connection is lost. */
function NoticesOutside() {
  const isNeeded = useLive(
    (state) => !state.inside && (state.notices.length > 0 || state.connection === 'reconnecting'),
  )
  const [wasNeeded, setWasNeeded] = useState(false)
  if (isNeeded && !wasNeeded) setWasNeeded(true)
  const inside = useLive((state) => state.inside)
  return wasNeeded && !inside ? (
    <div className={styles.notices}>
      <LazyNotices />
    </div>
  ) : null
}

/** The way in; before the time of a room, for who does not run it, how long it still takes. [SCHEDULE-7] */
function AtDoor() {
  const isOff = useLive(({ session, you }) => session.startedAt === 0 && you !== null && !isModerator(you.role))
  // Who has waited comes in by themselves when it begins.
  const [hasToLook] = useState(isOff)
  return hasToLook ? (
    <LazyEarly>
      <Prejoin />
    </LazyEarly>
  ) : (
    <Prejoin />
  )
}

function Where({ room }: { room: RoomId }) {
  const t = useMessages('core')
  const where = useLive(whereIs)
  useEffect(() => {
    // A session may end, or a connection be lost, because the server goes away: the code for that is loaded before.
    const next = where === 'room' ? Outside.ready : LazyNotices.ready
    if (where !== 'room' && where !== 'prejoin') return undefined
    const timer = setTimeout(next, READY_AFTER_MS)
    return () => clearTimeout(timer)
  }, [where])
  if (where === 'loading') return <LoadingPage says={t.loading} />
  if (where === 'room') return <Room />
  if (where === 'prejoin') return <AtDoor />
  return <Outside room={room} why={where} />
}
