import { EarOff } from 'lucide-react'
import { useMessages } from '../../i18n/messages.ts'
import styles from './NoMedia.module.css'

/** Says that this browser has no WebRTC, and what works without it. [PLAY-3] */
export function NoMedia() {
  const words = useMessages('connection')
  return (
    <div role="status" className={styles.words}>
      <EarOff aria-hidden size={22} strokeWidth={1.9} />
      <p>
        <b>{words.noMedia}</b>
        <span>{words.noMediaMeans}</span>
      </p>
    </div>
  )
}
