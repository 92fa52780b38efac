import { useText } from '../text/text.ts'
import { useLive } from '../ui/use-live.ts'
import { Picture } from './Picture.tsx'
import { useMicrophoneState } from './use-microphone-state.ts'
import styles from './OwnWings.module.css'

/** The own picture while in the wings: what those who run the room see of one. [WINGS-1] */
export function OwnWings() {
  const t = useText()
  const me = useLive((state) => state.me)
  const microphone = useMicrophoneState(me)
  if (me?.place !== 'wings') return null
  return (
    <div className={styles.own} role="group" aria-label={t.tileInWings(me.name, t.mic[microphone])}>
      {me.camera && <Picture person={me} isMe />}
      <span className={styles.label}>{t.wings}</span>
    </div>
  )
}
