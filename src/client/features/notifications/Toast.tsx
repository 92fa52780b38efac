import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Notice } from '../../call/call-state.ts'
import { isQuestion } from '../../call/notifications/toasts.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { handFocusOn } from './focus-next.ts'
import { noticeWords, type DeviceWords } from './notice-words.ts'
import { SIGNS } from './notice-signs.ts'
import { NoticeLine } from './NoticeLine.tsx'
import styles from './Notices.module.css'

// Notices to viewers need no answers.
const ToastActs = lazyPart(async () => (await import('./ToastActs.tsx')).ToastActs)

const NEWS_STAYS_MS = 6_000

export type ToastProps = {
  notices: readonly [Notice, ...Notice[]]
  onSeeAll: (what: 'waits' | 'asks-to-join') => void
  /** For a toast about a device: its words and answers, which are loaded separately. */
  deviceWords?: DeviceWords
  acts?: ReactNode
}

/** One toast. News disappears by itself, but not while pointed at or focused; a question stays until it is answered. */
export function Toast({ notices, onSeeAll, deviceWords = () => ['', ''], acts }: ToastProps) {
  const t = useMessages('core')
  const words = useMessages('notifications')
  const call = useCall()
  const wordsId = useId()
  const element = useRef<HTMLDivElement>(null)
  const [isPointedAt, setIsPointedAt] = useState(false)
  const [isInFocus, setIsInFocus] = useState(false)
  const [first] = notices
  const isAsked = isQuestion(first)
  const ids = notices.map(({ id }) => id).join()
  const dismiss = (isRead: boolean) => call.dismiss(ids.split(',').map(Number), isRead)
  const reason = useLive((state) => ('person' in first ? (state.session.hands.get(first.person)?.reason ?? '') : ''))
  const [what, then] = noticeWords(notices, t, words, deviceWords)

  const leave = useEffectEvent(() => dismiss(false))
  useEffect(() => {
    if (isAsked || isPointedAt || isInFocus) return undefined
    const timer = setTimeout(() => leave(), NEWS_STAYS_MS)
    return () => clearTimeout(timer)
  }, [isAsked, isPointedAt, isInFocus, ids])

  // Before it is removed: afterwards nobody knows that the focus was in it.
  useLayoutEffect(() => {
    const toast = element.current
    return () => handFocusOn(toast)
  }, [])

  return (
    // What is pointed at or in focus stays; that is no act, and there is nothing to press.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={element}
      role="group"
      // No label of its own, which a screen reader would read in addition.
      aria-labelledby={wordsId}
      tabIndex={-1}
      className={styles.toast}
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onFocus={() => setIsInFocus(true)}
      onBlur={() => setIsInFocus(false)}
    >
      <NoticeLine
        id={wordsId}
        sign={SIGNS[first.kind]}
        words={[what, notices.length === 1 && reason ? words.quoted({ words: reason }) : then]}
      >
        {acts || ((isAsked || first.kind === 'muted-voice') && <ToastActs notices={notices} onSeeAll={onSeeAll} />)}
      </NoticeLine>
      {first.kind !== 'asked-to-unmute' && <IconButton icon={X} label={t.dismiss} onPress={() => dismiss(true)} />}
    </div>
  )
}
