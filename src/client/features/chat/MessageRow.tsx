import { CornerDownRight, Heart } from 'lucide-react'
import { memo } from 'react'
import type { Message } from '../../../protocol/messages.ts'
import { AvatarById, PersonName, useMarked, useNameMark } from '../people/index.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useActs } from '../acts/index.ts'
import { MESSAGE_ACTS } from './message-acts.ts'
import { MessageMenu, type MessageActs } from './MessageMenu.tsx'
import styles from './MessageRow.module.css'
import { MessageText } from './MessageText.tsx'

type Props = {
  message: Message
  /** The previous message is by the same person and recent, so name and avatar are not repeated. */
  isMore: boolean
  /** The one row that Tab stops at; arrow keys go to the others. */
  isCurrent: boolean
  acts: MessageActs
}

/** One message: author, time, the message that it replies to, its text, and the number of likes. */
export const MessageRow = memo(function MessageRow({ message, isMore, isCurrent, acts }: Props) {
  const t = useMessages('core')
  const words = useMessages('chat')
  const formats = useFormats()
  const { n, person, name, at, text, quote } = message
  const { mark } = useNameMark({ id: person, name, role: message.role })
  const tag = message.chatModerator ? t.role[message.role] || t.chatModerator : mark
  const named = useMarked()
  return (
    <li className={styles.message} data-more={isMore} data-n={n}>
      <AvatarById id={person} name={name} />
      <div className={styles.words}>
        <div className={styles.who}>
          <bdi className={styles.name} title={name}>
            <PersonName name={name} />
          </bdi>
          {tag && <span className={styles.tag}>{tag}</span>}
          <time className={styles.at} dateTime={new Date(at).toISOString()}>
            {formats.time(at)}
          </time>
        </div>
        {quote && (
          <div className={styles.quote}>
            <CornerDownRight aria-label={words.answers} size={14} />
            <span dir="auto" translate="yes">
              {words.says({ name: named(quote.name), text: quote.text })}
            </span>
          </div>
        )}
        <MessageText text={text} />
        {message.likes > 0 && <Likes message={message} acts={acts} isCurrent={isCurrent} />}
      </div>
      <MessageMenu message={message} acts={acts} isCurrent={isCurrent} />
    </li>
  )
})

type LikesProps = Pick<Props, 'message' | 'acts' | 'isCurrent'>

/** The number of likes, and whether one of them is one's own. People who may write can press it. [CHAT-5] */
function Likes({ message, acts, isCurrent }: LikesProps) {
  const chat = useMessages('chat')
  const formats = useFormats()
  const [like] = useActs({ like: MESSAGE_ACTS.like }, { chat }, { ...acts, message })
  const { likes, liked } = message
  return (
    <button
      type="button"
      className={styles.likes}
      aria-label={liked ? chat.likedToo({ n: likes }) : chat.likes({ n: likes })}
      aria-pressed={liked}
      aria-disabled={!like || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={like?.run}
    >
      <Heart aria-hidden size={13} strokeWidth={2.2} />
      <span>{formats.number(likes)}</span>
    </button>
  )
}
