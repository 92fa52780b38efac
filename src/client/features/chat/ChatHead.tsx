import { ArrowLeft, MessageSquareLock, Pin, X } from 'lucide-react'
import { useState } from 'react'
import { can } from '../../../rules/permissions/policy.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { useActs } from '../acts/index.ts'
import { CHAT_ACTS, PINNED_ACTS } from './acts.tsx'
import styles from './ChatHead.module.css'
import { useMarked } from '../people/index.ts'

// Only moderators of the chat have it.
const ChatMenu = lazyPart(async () => (await import('./ChatMenu.tsx')).ChatMenu)

type Props = {
  shown: 'all' | 'threads' | 'private'
  other: { name: string } | null
  onThreads: () => void
  onBack: () => void
}

/** The head of the chat: which conversation is shown, the way to the private ones, the pinned message, and the menu. */
export function ChatHead({ shown, other, onThreads, onBack }: Props) {
  const words = useMessages('chat')
  const named = useMarked()
  const moderates = useLive((state) => state.me !== null && can(state.me, 'setChat'))
  const isPrivateOn = useLive((state) => state.session.chat.private)
  const hasUnread = useLive((state) => [...state.unread].some((whose) => whose !== ''))
  if (shown !== 'all')
    return (
      <div className={styles.bar}>
        <IconButton icon={ArrowLeft} label={words.back} onPress={onBack} />
        <span className={styles.title} dir="auto">
          {other ? words.privateWith({ name: named(other.name) }) : words.privateMessages}
        </span>
      </div>
    )
  return (
    <>
      {(isPrivateOn || hasUnread || moderates) && (
        <div className={styles.bar}>
          {(isPrivateOn || hasUnread) && (
            <button type="button" className={styles.threads} onClick={onThreads}>
              <MessageSquareLock aria-hidden size={16} strokeWidth={1.9} />
              <span>{hasUnread ? words.unreadFrom({ name: words.privateMessages }) : words.privateMessages}</span>
              {hasUnread && <span aria-hidden className={styles.dot} />}
            </button>
          )}
          <span className={styles.end}>{moderates && <ChatMenu />}</span>
        </div>
      )}
      <PinnedMessage />
      {moderates && <PausedNote />}
    </>
  )
}

/** [CHAT-6] */
function PinnedMessage() {
  const words = useMessages('chat')
  const named = useMarked()
  const pinned = useLive((state) => state.session.chat.pinned)
  const [unpin] = useActs(PINNED_ACTS, { chat: words }, null)
  const [isWhole, setIsWhole] = useState(false)
  if (!pinned) return null
  return (
    <section aria-label={words.pinnedBy({ name: named(pinned.name) })} className={styles.pinned}>
      <Pin aria-hidden size={16} strokeWidth={1.9} />
      <button type="button" className={styles.words} aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
        <b dir="auto">{named(pinned.name)}</b>
        <span dir="auto" translate="yes">
          {pinned.text}
        </span>
      </button>
      {unpin && <IconButton icon={X} label={unpin.name} onPress={unpin.run} />}
    </section>
  )
}

/** Moderators, who can write while the chat is paused, are told that it is. [CHAT-9] */
function PausedNote() {
  const words = useMessages('chat')
  const [open] = useActs({ pauseChat: CHAT_ACTS.pauseChat }, { chat: words }, null)
  const isPaused = useLive((state) => state.session.chat.paused)
  if (!isPaused) return null
  return (
    <div className={styles.note}>
      <span>{words.pausedForOthers}</span>
      {open && (
        <Button size="small" onPress={open.run}>
          {open.name}
        </Button>
      )}
    </div>
  )
}
