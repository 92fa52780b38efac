import { ArrowDown, MessageSquare } from 'lucide-react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { conversationOf } from '../live/conversation.ts'
import { useChatText } from '../text/text.ts'
import { Coming } from '../ui/Coming.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useCall } from '../ui/use-live.ts'
import type { MessageActs } from './MessageMenu.tsx'
import { MessageRow } from './MessageRow.tsx'
import styles from './Messages.module.css'
import { useScroll } from './use-scroll.ts'

const A_MOMENT = 120_000

type Props = { other: { id: string; name: string } | null; acts: MessageActs }

/** The messages with everybody, or with one: a window that follows the newest until one scrolls back. [CHAT-3] [CHAT-17] */
export function Messages({ other, acts }: Props) {
  const words = useChatText()
  const call = useCall()
  const conversation = useMemo(() => conversationOf(call, other?.id ?? null), [call, other?.id])
  const said = useSyncExternalStore(conversation.subscribe, () => conversation.state)
  const { messages, isThere, hasOlder, unseen, hasNewer, news } = said
  const [list, isAtEnd, toEnd] = useScroll(conversation, said)
  const whose = other?.id ?? ''
  useEffect(() => {
    call.read(whose)
    return () => call.read(null)
  }, [call, whose])

  return (
    <div className={styles.frame}>
      <div ref={list} className={styles.scroll} aria-busy={!isThere}>
        {!isThere && <Coming says={words.loading} />}
        {isThere && messages.length === 0 && (
          <Empty
            sign={MessageSquare}
            title={words.noMessages}
            help={other ? words.noPrivate(other.name) : words.noMessagesHelp}
          />
        )}
        {hasOlder && <p className={styles.note}>{words.loadingOlder}</p>}
        <div role="log" aria-live="off" aria-label={words.messages} className={styles.log}>
          <ol className={styles.list}>
            {messages.map((message, at) => (
              <MessageRow
                key={message.n}
                message={message}
                isMore={isMore(message, messages[at - 1])}
                isCurrent={at === messages.length - 1}
                acts={acts}
              />
            ))}
          </ol>
        </div>
      </div>
      {!isAtEnd && (unseen > 0 || hasNewer) && (
        <button type="button" className={styles.newer} onClick={toEnd}>
          <ArrowDown aria-hidden size={16} />
          {unseen > 0 ? words.newMessages(unseen) : words.toNewest}
        </button>
      )}
      <span role="status" className={styles.unseen}>
        {news.length > 1 ? words.newMessages(news.length) : news.map(({ name, text }) => words.says(name, text))}
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
