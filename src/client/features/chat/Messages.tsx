import { ArrowDown, MessageSquare } from 'lucide-react'
import { Fragment, useEffect, useMemo, useSyncExternalStore } from 'react'
import { systemMessagesOf, linesBetween, type SystemEntry } from '../../call/chat/system-messages.ts'
import { conversationOf } from '../../call/chat/conversation.ts'
import { useMessages } from '../../i18n/messages.ts'
import { ComingRows } from '../../ui/pages/Loading.tsx'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { useCall } from '../../state/use-call.ts'
import { SystemMessage } from './SystemMessage.tsx'
import type { MessageActs } from './MessageMenu.tsx'
import { MessageRow } from './MessageRow.tsx'
import styles from './Messages.module.css'
import { useMarked } from '../people/index.ts'
import { useScroll } from './use-scroll.ts'

const A_MOMENT = 120_000
const NONE: readonly SystemEntry[] = []

type Props = { other: { id: string; name: string } | null; acts: MessageActs }

/** The messages of a conversation: a window that follows the newest until one scrolls back. [CHAT-3] [CHAT-17] */
export function Messages({ other, acts }: Props) {
  const words = useMessages('chat')
  const call = useCall()
  const named = useMarked()
  const conversation = useMemo(() => conversationOf(call, other?.id ?? null), [call, other?.id])
  const state = useSyncExternalStore(conversation.subscribe, () => conversation.state)
  const { messages, isThere, hasOlder, unseen, hasNewer, news } = state
  const stage = useMemo(() => systemMessagesOf(call), [call])
  const happened = useSyncExternalStore(stage.subscribe, () => stage.all)
  const systemMessages = other || !isThere ? NONE : happened
  const [list, isAtEnd, toEnd] = useScroll(conversation, state, systemMessages)
  const whose = other?.id ?? ''
  // Without messages no row can take the focus, so the list itself does, because system messages alone may be longer than the panel.
  const stop = messages.length === 0 && systemMessages.length > 0 ? { tabIndex: 0 } : {}
  useEffect(() => {
    call.read(whose)
    return () => call.read(null)
  }, [call, whose])

  return (
    <div className={styles.frame}>
      <div ref={list} className={styles.scroll} aria-busy={!isThere}>
        {!isThere && <ComingRows says={words.loading} />}
        {isThere && messages.length === 0 && (
          <Empty
            sign={MessageSquare}
            title={words.noMessages}
            help={other ? words.noPrivate({ name: named(other.name) }) : words.noMessagesHelp}
          />
        )}
        {hasOlder && <p className={styles.note}>{words.loadingOlder}</p>}
        <div role="log" aria-live="off" aria-label={words.messages} {...stop} className={styles.log}>
          <ol className={styles.list}>
            {messages.map((message, at) => {
              const before = messages[at - 1]
              // System messages from before the window belong to older messages.
              const since = before?.at ?? (hasOlder ? message.at : -Infinity)
              const lines = linesBetween(systemMessages, since, message.at)
              return (
                <Fragment key={message.n}>
                  {lines.map((line) => (
                    <SystemMessage key={line.n} line={line} />
                  ))}
                  <MessageRow
                    message={message}
                    isMore={lines.length === 0 && isMore(message, before)}
                    isCurrent={at === messages.length - 1}
                    acts={acts}
                  />
                </Fragment>
              )
            })}
            {!hasNewer &&
              linesBetween(systemMessages, messages.at(-1)?.at ?? -Infinity, Infinity).map((line) => (
                <SystemMessage key={line.n} line={line} />
              ))}
          </ol>
        </div>
      </div>
      {!isAtEnd && (unseen > 0 || hasNewer) && (
        <button type="button" className={styles.newer} onClick={toEnd}>
          <ArrowDown aria-hidden size={16} />
          <span>{unseen > 0 ? words.newMessages({ n: unseen }) : words.toNewest}</span>
        </button>
      )}
      <span role="status" className={styles.unseen}>
        {news.length > 1
          ? words.newMessages({ n: news.length })
          : news.map(({ name, text }) => words.says({ name: named(name), text })).join('')}
      </span>
    </div>
  )
}

type Written = { person: string; at: number; quote: unknown }

function isMore(message: Written, before: Written | undefined): boolean {
  return (
    before !== undefined &&
    before.person === message.person &&
    message.at - before.at < A_MOMENT &&
    message.quote === null
  )
}
