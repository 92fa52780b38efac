import { EarOff } from 'lucide-react'
import { useMessages } from '../../i18n/messages.ts'
import styles from './NoMedia.module.css'

/** That this browser gives no page sound and pictures, and what goes on without. [PLAY-3] */
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
