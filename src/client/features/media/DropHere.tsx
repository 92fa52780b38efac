import { Upload } from 'lucide-react'
import { useMessages } from '../../i18n/messages.ts'
import styles from './UploadLine.module.css'

/** What lies over the room while files are held over it. */
export function DropHere() {
  const words = useMessages('media')
  return (
    <div className={styles.drop}>
      <p>
        <Upload aria-hidden size={24} />
        <span>{words.drop}</span>
      </p>
    </div>
  )
}
