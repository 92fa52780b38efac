import { useCallback, useEffect, useRef, useState } from 'react'
import { looksLikeOneOf } from '../../../rules/entry/namesakes.ts'
import { withAnnouncement } from '../../call/notifications/announcements.ts'
import type { Announcement } from '../../call/notifications/announcement.ts'
import { factsOf, announcementsBetween } from '../../call/notifications/room-facts.ts'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './LiveAnnouncer.module.css'
import { marked, moderatorsIn } from '../people/index.ts'
import { peopleList } from './people-list.ts'

// Announcements within this time are made together, and then none for a while, however much happens.
const GATHERS_MS = 250
const QUIET_MS = 3_000

type Sentence = { id: number; words: string }

/** Announces what happens on stage to screen readers; apart from the notices, the only place that does. */
export function LiveAnnouncer() {
  const t = useMessages('core')
  const words = useMessages('notifications')
  const call = useCall()
  const [more, forget] = useMore()
  const hasAnnouncements = useLive((state) => state.announcements.length > 0) || more.length > 0
  const [sentences, setSentences] = useState<readonly Sentence[]>([])
  const quietUntil = useRef(0)
  const nextId = useRef(1)
  useEffect(() => {
    const announce = () => {
      const moderators = moderatorsIn(call.state.session)
      const named = (name: string) => (looksLikeOneOf(moderators, name) ? marked(name, t) : name)
      const pending = [...call.state.announcements, ...more].map((each) =>
        'name' in each ? { ...each, name: named(each.name) } : each,
      )
      setSentences(sentencesOf(pending, t, words).map((each) => ({ id: nextId.current++, words: each })))
      quietUntil.current = Date.now() + QUIET_MS
      call.announced()
      forget()
    }
    // Announced text is removed from the page.
    const wait = hasAnnouncements ? Math.max(GATHERS_MS, quietUntil.current - Date.now()) : QUIET_MS
    const timer = setTimeout(hasAnnouncements ? announce : () => setSentences([]), wait)
    return () => clearTimeout(timer)
  }, [hasAnnouncements, more, forget, call, t, words])
  return (
    <div aria-live="polite" data-live-announcer="true" className={styles.aloud}>
      {sentences.map(({ id, words: each }) => (
        <p key={id}>{each}</p>
      ))}
    </div>
  )
}

/** The announcements of changes of the room, and a function that drops them. */
function useMore(): [readonly Announcement[], () => void] {
  const call = useCall()
  const [more, setMore] = useState<readonly Announcement[]>([])
  const forget = useCallback(() => setMore([]), [])
  useEffect(() => {
    let was = factsOf(call.state)
    return call.subscribe(() => {
      const now = factsOf(call.state)
      const changes = announcementsBetween(was, now)
      was = now
      if (changes.length > 0) setMore((before) => changes.reduce(withAnnouncement, before))
    })
  }, [call])
  return [more, forget]
}

/** The announcements as sentences: people who came share one, and people who left another. */
function sentencesOf(
  pending: readonly Announcement[],
  t: Messages['core'],
  words: Messages['notifications'],
): string[] {
  const named = (kind: 'came-on' | 'left-stage') => pending.flatMap((each) => (each.kind === kind ? each.name : []))
  const [came, left] = [named('came-on'), named('left-stage')]
  const own = pending.flatMap((each) => sentenceOf(each, t, words) ?? [])
  return [
    ...own,
    ...(came.length > 0 ? [words.cameOn(peopleList(came))] : []),
    ...(left.length > 0 ? [words.leftStage(peopleList(left))] : []),
  ]
}

/** Null for announcements that are counted together. */
function sentenceOf(announcement: Announcement, t: Messages['core'], words: Messages['notifications']): string | null {
  switch (announcement.kind) {
    case 'came-on':
    case 'left-stage':
      return null
    case 'place':
      return t.place[announcement.words].filter(Boolean).join('. ')
    case 'shares':
      return words.shares({ who: announcement.name })
    case 'shares-no-more':
      return words.sharesNoMore({ who: announcement.name })
    case 'presents':
      return words.presents({ who: announcement.name, file: announcement.file })
    case 'presents-no-more':
      return words.presentsNoMore({ who: announcement.name })
    case 'page':
      return words.onPage({ page: announcement.page, pages: announcement.pages })
    case 'turn':
      return announcement.place === 1 ? words.youAreNext : words.youAreNth({ n: announcement.place })
    case 'reacted':
      return words.reacted[announcement.reaction]
    case 'way':
      return words.way[announcement.way]
    case 'room-locked':
      return announcement.on ? words.roomIsLocked : words.roomIsOpen
    case 'chat-paused':
      return announcement.on ? words.chatIsPaused : words.chatIsOpen
    case 'private':
      return words.wroteToYou({ name: announcement.name })
    case 'blocked':
      return announcement.on ? words.youAreBlocked : words.youMayWrite
    case 'main':
      return announcement.on ? words.youAreMain : words.youAreNotMain
  }
}
