import { Star } from 'lucide-react'
import { useEffect, useState } from 'react'
import { MARK_MAX, type Feedback } from '../../../protocol/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Loading } from '../../ui/pages/Loading.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import styles from '../../ui/controls/Lines.module.css'
import { useMarked } from '../people/index.ts'

/** The feedback of people, newest first, as it was when the window was opened. [FEEDBACK-2] */
export function FeedbackList({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const acts = useMessages('moderation')
  const words = useMessages('feedback')
  const formats = useFormats()
  const call = useCall()
  const named = useMarked()
  const [all, setAll] = useState<Feedback[] | null>(null)
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const found = await call.readFeedback()
      if (wanted) setAll(found)
    }
    void look()
    return () => {
      wanted = false
    }
  }, [call])
  return (
    <Sheet title={acts.feedback} onClose={onClose}>
      {all && all.length > 0 && (
        <p>{words.average({ mean: all.reduce((sum, { mark }) => sum + mark, 0) / all.length, n: all.length })}</p>
      )}
      <ul className={styles.lines}>
        {all?.map(({ name, at, mark, text }, n) => (
          <li key={all.length - n} className={styles.line}>
            <time dateTime={new Date(at).toISOString()}>{formats.day(at)}</time>
            <span>
              <b>{`${words.outOf({ mark, most: MARK_MAX })} `}</b>
              <bdi>{named(name)}</bdi>
              {text && (
                <>
                  <br />
                  <span dir="auto" translate="yes">
                    {text}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!all && <Loading />}
      {all?.length === 0 && <Empty sign={Star} title={words.none} help={words.noneHelp} />}
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
