import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import styles from './Notices.module.css'
import { Answer, WaitingSheet } from './WaitingPeople.tsx'

/** That somebody waits: one by name, several put together. Dismissed, it comes again with the next who comes. [WAIT-3] */
export function WaitingNotice() {
  const t = useText()
  const call = useCall()
  const waiting = useLive((state) => [...state.session.waiting.values()])
  const [dismissed, setDismissed] = useState(0)
  const [seesAll, setSeesAll] = useState(false)
  const [first] = waiting
  const newest = waiting.at(-1)?.at ?? 0
  const isShown = first !== undefined && newest > dismissed
  return (
    <>
      {isShown && (
        <div className={styles.toast}>
          <p dir="auto">{waiting.length === 1 ? t.waits(first.name) : t.waitingCount(waiting.length)}</p>
          {waiting.length === 1 ? (
            <Answer waiter={first} />
          ) : (
            <>
              <Button size="small" look="primary" onPress={() => setSeesAll(true)}>
                {t.seeAll}
              </Button>
              <Button size="small" onPress={() => void call.ask({ type: 'admitAll' })}>
                {t.admitAll}
              </Button>
            </>
          )}
          <IconButton icon={X} label={t.dismiss} onPress={() => setDismissed(newest)} />
        </div>
      )}
      {seesAll && <WaitingSheet onClose={() => setSeesAll(false)} />}
    </>
  )
}
