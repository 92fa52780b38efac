import { useLive } from '../../state/use-call.ts'
import { WaitingPictures } from '../pictures/Shown.tsx'
import { useAnswer } from '../use-answer.ts'
import { readAbout } from './api.ts'
import styles from './About.module.css'

/** What the room shows and has to say to who waits, if anything. */
export function WaitingText() {
  const room = useLive((state) => state.session.room)
  const [answer] = useAnswer(readAbout, room)
  if (!answer || !('ok' in answer)) return null
  const { brand, pictures } = answer.ok
  return (
    <>
      <WaitingPictures pictures={pictures} />
      {brand.waitingText !== '' && (
        <p className={styles.waiting} dir="auto">
          {brand.waitingText}
        </p>
      )}
    </>
  )
}
