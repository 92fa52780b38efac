import { useEffect, useState } from 'react'
import type { RoomId } from '../../protocol/words.ts'
import { Door } from '../greenroom/Door.tsx'
import { openCall } from '../live/call.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../text/text.ts'
import { Trouble } from '../ui/Trouble.tsx'
import { CallContext, useCall, useLive } from '../ui/use-live.ts'
import { Outside } from './Outside.tsx'
import { NoticesLater } from './NoticesLater.ts'
import { Refused } from './Refused.tsx'
import { Room } from './Room.tsx'
import styles from './RoomScreen.module.css'
import { Waiting } from './Waiting.tsx'

/** One person's part in a room, from the door to the end; keyed by the room. */
export function RoomScreen({ room }: { room: RoomId }) {
  const [call] = useState(() => openCall(room))
  useEffect(() => () => call.close(), [call])
  return (
    <CallContext value={call}>
      <Where room={room} />
      <NoticesOutside />
    </CallContext>
  )
}

/** At the door too a no says why, and a line that is lost is told. */
function NoticesOutside() {
  const isNeeded = useLive(
    (state) => !state.inside && (state.notices.length > 0 || state.connection === 'reconnecting'),
  )
  const [wasNeeded, setWasNeeded] = useState(false)
  if (isNeeded && !wasNeeded) setWasNeeded(true)
  const inside = useLive((state) => state.inside)
  return wasNeeded && !inside ? (
    <div className={styles.notices}>
      <NoticesLater />
    </div>
  ) : null
}

function Where({ room }: { room: RoomId }) {
  const t = useText()
  const call = useCall()
  const connection = useLive((state) => state.connection)
  const refusal = useLive((state) => state.refusal)
  const isKnown = useLive((state) => state.you !== null)
  const inside = useLive((state) => state.inside)
  const door = useLive((state) => state.door)
  const host = useLive((state) => state.host)
  const left = useLive((state) => state.left)
  const hasEnded = useLive((state) => state.session.endedAt !== null)
  if (connection === 'refused') return <Refused room={room} refusal={refusal} />
  if (connection === 'replaced')
    return (
      <Trouble isNews title={t.replaced} help={t.replacedHelp}>
        <Button look="primary" onPress={() => call.takeOver()}>
          {t.useHere}
        </Button>
      </Trouble>
    )
  if (connection === 'outdated')
    return (
      <Trouble title={t.outdated} help={t.outdatedHelp}>
        <Button look="primary" onPress={() => location.reload()}>
          {t.reload}
        </Button>
      </Trouble>
    )
  if (!isKnown) return <Trouble title={t.rostrum} help={t.loading} />
  if (inside) return <Room />
  if (door === 'removed') return <Trouble isNews title={t.removedYou} help={t.askWhom(host)} />
  if (door === 'waiting' && !hasEnded) return <Waiting />
  if (hasEnded || left === 'self' || left === 'declined') return <Outside hasEnded={hasEnded} />
  return <Door />
}
