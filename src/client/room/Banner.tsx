import { useText } from '../ui/text.ts'
import { Button } from '../ui/Button.tsx'
import { useCall, useLive } from '../ui/use-live.ts'
import styles from './Banner.module.css'

/** What is wrong with the connection just now, or the one press that starts sound. */
export function Banner() {
  const t = useText()
  const call = useCall()
  const isBack = useLive((state) => state.connection === 'open')
  const isMediaAway = useLive((state) => state.media === 'away' || state.media === 'reconnecting')
  const isSoundBlocked = useLive((state) => state.soundBlocked)
  const endsAt = useLive((state) => state.session.endsAt)
  const ending = endsAt === null ? null : t.endsSoon(endsAt)
  const trouble = !isBack ? t.reconnecting : isMediaAway ? t.mediaAway : ending
  return (
    <div role="status" className={styles.banner}>
      {trouble && <p>{trouble}</p>}
      {!trouble && isSoundBlocked && (
        <Button look="primary" onPress={() => call.startSound()}>
          {t.startSound}
        </Button>
      )}
    </div>
  )
}
