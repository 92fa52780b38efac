import { useEffect, useRef, useState } from 'react'
import type { Saying } from '../live/aloud.ts'
import { type NoticesText, type Text, useNoticesText, useText } from '../text/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import styles from './Aloud.module.css'

// What comes together is said together; and then there is quiet for a while, however much goes on.
const GATHERS_MS = 250
const QUIET_MS = 3_000

type Line = { id: number; words: string }

/** What happens on the stage, for those who hear the page: the one place where it is said, apart from the notices. */
export function Aloud() {
  const t = useText()
  const words = useNoticesText()
  const call = useCall()
  const isUnsaid = useLive((state) => state.unsaid.length > 0)
  const [lines, setLines] = useState<readonly Line[]>([])
  const quietUntil = useRef(0)
  const nextId = useRef(1)
  useEffect(() => {
    const say = () => {
      setLines(spoken(call.state.unsaid, t, words).map((each) => ({ id: nextId.current++, words: each })))
      quietUntil.current = Date.now() + QUIET_MS
      call.said()
    }
    // What was said is no part of the page any more.
    const wait = isUnsaid ? Math.max(GATHERS_MS, quietUntil.current - Date.now()) : QUIET_MS
    const timer = setTimeout(isUnsaid ? say : () => setLines([]), wait)
    return () => clearTimeout(timer)
  }, [isUnsaid, call, t, words])
  return (
    <div aria-live="polite" data-live-announcer="true" className={styles.aloud}>
      {lines.map(({ id, words: each }) => (
        <p key={id}>{each}</p>
      ))}
    </div>
  )
}

/** What is to be said as sentences: those who came, and those who went, in one each. */
function spoken(unsaid: readonly Saying[], t: Text, words: NoticesText): string[] {
  const named = (kind: 'came-on' | 'left-stage') => unsaid.flatMap((each) => (each.kind === kind ? each.name : []))
  const [came, left] = [named('came-on'), named('left-stage')]
  const own = unsaid.flatMap((each) => {
    if (each.kind === 'place') return t.place[each.words].filter(Boolean).join('. ')
    if (each.kind === 'shares') return words.shares(each.name)
    if (each.kind === 'turn') return words.turn(each.place)
    return each.kind === 'reacted' ? words.reacted(each.reaction) : []
  })
  return [...own, ...(came.length > 0 ? [words.cameOn(came)] : []), ...(left.length > 0 ? [words.leftStage(left)] : [])]
}
