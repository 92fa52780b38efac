import { useLive } from '../../state/use-call.ts'
import { useAnswer } from '../use-answer.ts'
import { readAbout } from './api.ts'
import styles from './About.module.css'

/** What the room has to say to who waits, if anything. */
export function WaitingText() {
  const room = useLive((state) => state.session.room)
  const [answer] = useAnswer(readAbout, room)
  const text = answer && 'ok' in answer ? answer.ok.brand.waitingText : ''
  return text === '' ? null : (
    <p className={styles.waiting} dir="auto">
      {text}
    </p>
  )
}
