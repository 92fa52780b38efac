import { Hourglass, Lock } from 'lucide-react'
import { useEndsText, useText } from '../text/text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Trouble } from '../ui/Trouble.tsx'
import { useElapsed } from '../ui/use-elapsed.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import styles from './Ends.module.css'

/** The waiting room: where one stands, since when, and that there is nothing to do. [WAIT-5] [WAIT-8] */
export function Waiting() {
  const t = useText()
  const words = useEndsText()
  const call = useCall()
  const place = useLive((state) => state.place)
  const name = useLive((state) => state.you?.name ?? '')
  const since = useLive((state) => state.session.waiting.get(state.you?.id ?? '')?.at ?? null)
  return (
    <Trouble
      isNews
      title={words.waiting}
      help={words.waitingHelp(name)}
      chip={
        <Chip kind="wait">
          <Lock aria-hidden size={16} />
          {words.roomIsLocked}
        </Chip>
      }
      card={
        <div className={styles.wait}>
          <span className={styles.glass}>
            <Hourglass aria-hidden size={20} />
          </span>
          <div>
            {/* The place is read out as it changes; the seconds are not. */}
            <b role="status">{words.atDoor(place === null ? null : t.nth(place))}</b>
            <p>{since === null ? t.youAreOff : <Since at={since} />}</p>
          </div>
        </div>
      }
    >
      <Button size="large" onPress={() => void call.ask({ type: 'leave' })}>
        {words.stopWaiting}
      </Button>
    </Trouble>
  )
}

function Since({ at }: { at: number }) {
  const words = useEndsText()
  const offset = useLive((state) => state.clockOffset)
  return words.waitingFor(useElapsed(at, offset))
}
