import { useMessages } from '../../../i18n/messages.ts'
import { useLive } from '../../../state/use-call.ts'
import { Picture } from '../tile/Picture.tsx'
import { useMicrophoneState } from '../../people/index.ts'
import styles from './OwnBackstage.module.css'

/** One's own picture while backstage, as moderators see it. [BACKSTAGE-1] */
export function OwnBackstage() {
  const t = useMessages('core')
  const me = useLive((state) => state.me)
  const microphone = useMicrophoneState(me)
  if (me?.place !== 'backstage') return null
  return (
    <div className={styles.own} role="group" aria-label={t.tileBackstage({ name: me.name, mic: t.mic[microphone] })}>
      {me.camera && <Picture person={me} isMe />}
      <span className={styles.label}>{t.backstage}</span>
    </div>
  )
}
