import { useCallback, useEffect, useRef, useState } from 'react'
import { looksLikeOneOf } from '../../../rules/entry/namesakes.ts'
import { withSaying } from '../../call/notifications/announcements.ts'
import type { Saying } from '../../call/notifications/saying.ts'
import { factsOf, sayingsBetween } from '../../call/notifications/room-facts.ts'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './LiveAnnouncer.module.css'
import { marked, moderatorsIn } from '../people/index.ts'
import { peopleList } from './people-list.ts'

// Announcements within this time are made together, and then none for a while, however much happens.
const GATHERS_MS = 250
const QUIET_MS = 3_000

type Line = { id: number; words: string }

/** Announces what happens on stage to screen readers; apart from the notices, the only place that does. */
export function LiveAnnouncer() {
  const t = useMessages('core')
  const words = useMessages('notifications')
  const call = useCall()
  const [more, forget] = useMore()
  const isUnsaid = useLive((state) => state.unsaid.length > 0) || more.length > 0
  const [lines, setLines] = useState<readonly Line[]>([])
  const quietUntil = useRef(0)
  const nextId = useRef(1)
  useEffect(() => {
    const say = () => {
      const moderators = moderatorsIn(call.state.session)
      const named = (name: string) => (looksLikeOneOf(moderators, name) ? marked(name, t) : name)
      const unsaid = [...call.state.unsaid, ...more].map((each) =>
        'name' in each ? { ...each, name: named(each.name) } : each,
      )
      setLines(spoken(unsaid, t, words).map((each) => ({ id: nextId.current++, words: each })))
      quietUntil.current = Date.now() + QUIET_MS
      call.said()
      forget()
    }
    // Announced text is removed from the page.
    const wait = isUnsaid ? Math.max(GATHERS_MS, quietUntil.current - Date.now()) : QUIET_MS
    const timer = setTimeout(isUnsaid ? say : () => setLines([]), wait)
    return () => clearTimeout(timer)
  }, [isUnsaid, more, forget, call, t, words])
  return (
    <div aria-live="polite" data-live-announcer="true" className={styles.aloud}>
      {lines.map(({ id, words: each }) => (
        <p key={id}>{each}</p>
      ))}
    </div>
  )
}

/** The announcements of changes of the room, and a function that drops them. */
function useMore(): [readonly Saying[], () => void] {
  const call = useCall()
  const [more, setMore] = useState<readonly Saying[]>([])
  const forget = useCallback(() => setMore([]), [])
  useEffect(() => {
    let was = factsOf(call.state)
    return call.subscribe(() => {
      const now = factsOf(call.state)
      const sayings = sayingsBetween(was, now)
      was = now
      if (sayings.length > 0) setMore((before) => sayings.reduce(withSaying, before))
    })
  }, [call])
  return [more, forget]
}

/** The announcements as sentences: people who came share one, and people who left another. */
function spoken(unsaid: readonly Saying[], t: Messages['core'], words: Messages['notifications']): string[] {
  const named = (kind: 'came-on' | 'left-stage') => unsaid.flatMap((each) => (each.kind === kind ? each.name : []))
  const [came, left] = [named('came-on'), named('left-stage')]
  const own = unsaid.flatMap((each) => sentenceOf(each, t, words) ?? [])
  return [
    ...own,
    ...(came.length > 0 ? [words.cameOn(peopleList(came))] : []),
    ...(left.length > 0 ? [words.leftStage(peopleList(left))] : []),
  ]
}

/** Null for announcements that are counted together. */
function sentenceOf(saying: Saying, t: Messages['core'], words: Messages['notifications']): string | null {
  switch (saying.kind) {
    case 'came-on':
    case 'left-stage':
      return null
    case 'place':
      return t.place[saying.words].filter(Boolean).join('. ')
    case 'shares':
      return words.shares({ who: saying.name })
    case 'shares-no-more':
      return words.sharesNoMore({ who: saying.name })
    case 'turn':
      return saying.place === 1 ? words.youAreNext : words.youAreNth({ n: saying.place })
    case 'reacted':
      return words.reacted[saying.reaction]
    case 'way':
      return words.way[saying.way]
    case 'room-locked':
      return saying.on ? words.roomIsLocked : words.roomIsOpen
    case 'chat-paused':
      return saying.on ? words.chatIsPaused : words.chatIsOpen
    case 'private':
      return words.wroteToYou({ name: saying.name })
    case 'blocked':
      return saying.on ? words.youAreBlocked : words.youMayWrite
    case 'main':
      return saying.on ? words.youAreMain : words.youAreNotMain
  }
}
