import { useChatText } from '../text/text.ts'
import styles from './Chat.module.css'

/** What is written in the room. */
export function Chat() {
  const words = useChatText()
  return (
    <div className={styles.empty}>
      <b>{words.noMessages}</b>
    </div>
  )
}
