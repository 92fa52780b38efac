import { SendHorizontal, Smile, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { MESSAGE_MAX, type Message } from '../../../protocol/messages.ts'
import type { Millis } from '../../../protocol/types.ts'
import { can } from '../../../rules/permissions/policy.ts'
import type { CallState, Rejected } from '../../call/call-state.ts'
import { outboxOf } from '../../call/chat/outbox.ts'
import { useLayer } from '../../app/back.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { usePassed } from '../../ui/hooks/use-passed.ts'
import { type Messages, useMessages } from '../../i18n/messages.ts'
import { spanOf } from '../../i18n/lengths.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import type { Addressee } from '../../state/open-privately.ts'
import styles from './Composer.module.css'
import { useMarked } from '../people/index.ts'
import { useSecondsTo } from './use-seconds-to.ts'

const EmojiPicker = lazyPart(async () => (await import('./EmojiPicker.tsx')).EmojiPicker)

const SHOWN_AFTER_MS = 1_000
/** The key code of a key that an input method handles itself (UI Events, fixed virtual key codes). */
const IN_CHOICE = 229

const NEVER = { since: 0, until: 0 }

type Props = {
  other: Addressee | null
  reply: Message | null
  /** The person, if they were chosen elsewhere in the room: the field then takes the focus. */
  asked: Addressee | null
  onReply: (to: Message | null) => void
}

/** The field for writing a message; keyed by the recipient. Sending empties it at once, and a rejected message comes back. [CHAT-16] [CHAT-21] */
export function Composer({ other, reply, asked, onReply }: Props) {
  const t = useMessages('core')
  const words = useMessages('chat')
  const call = useCall()
  const mute = useLive((state) => muteOf(state, other !== null, t, words))
  const slow = useLive(({ session, me }) => (other === null && me && !can(me, 'setChat') ? session.chat.slow : 0))
  const whom = other?.id ?? null
  const outbox = outboxOf(call, whom)
  const { text, onWay, denied } = useSyncExternalStore(outbox.subscribe, () => outbox.state)
  const named = useMarked()
  const [isPicking, setIsPicking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const wait = useSecondsTo(denied ?? NEVER)
  useLayer(isPicking, () => setIsPicking(false))

  useEffect(() => {
    if (reply || asked) field.current?.focus()
  }, [reply, asked])

  const type = (typed: string) => outbox.type(typed)
  // If another conversation is open by then, the reply belongs to that one.
  const send = () => void outbox.post(reply, (to) => field.current && onReply(to))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && reply) {
      event.preventDefault()
      return onReply(null)
    }
    if (event.key !== 'Enter' || event.shiftKey || endsWord(event.nativeEvent)) return undefined
    event.preventDefault()
    return send()
  }
  const pick = (emoji: string) => {
    const at = field.current?.selectionStart ?? text.length
    type(text.slice(0, at) + emoji + text.slice(field.current?.selectionEnd ?? at))
    field.current?.focus()
  }

  if (mute) return <p className={styles.mute}>{mute}</p>
  const label = other ? words.writeTo({ name: named(other.name) }) : words.writeToAll
  // Works before the picker's code is loaded, and wherever the focus is.
  const closes = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isPicking) return
    event.preventDefault()
    setIsPicking(false)
  }
  return (
    <div className={styles.composer} role="presentation" onKeyDown={closes}>
      {onWay && <OnWay text={onWay.text} />}
      {slow > 0 && <p className={styles.note}>{slowMode(slow, words)}</p>}
      {reply && (
        <div className={styles.reply}>
          <span dir="auto">
            <b>{words.replyTo({ name: named(reply.name) })}</b>
            <span translate="yes">{` ${reply.text}`}</span>
          </span>
          <IconButton icon={X} label={words.noReply} onPress={() => onReply(null)} />
        </div>
      )}
      {denied && (
        <p role="alert" className={styles.denied}>
          {reasonOf(denied, wait, t, words)}
        </p>
      )}
      <div className={styles.field}>
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={label}
          placeholder={label}
          value={text}
          maxLength={2 * MESSAGE_MAX}
          enterKeyHint="send"
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
        <IconButton icon={Smile} label={words.emoji} pressed={isPicking} onPress={() => setIsPicking(!isPicking)} />
        <IconButton icon={SendHorizontal} label={words.send} onPress={send} />
      </div>
      {isPicking && <EmojiPicker onPick={pick} />}
    </div>
  )
}

/** A message that has not been answered for a while, shown so that nobody writes it again. */
function OnWay({ text }: { text: string }) {
  const words = useMessages('chat')
  if (!usePassed(SHOWN_AFTER_MS)) return null
  return (
    <p className={styles.onWay}>
      <span>{`${words.sending} `}</span>
      <bdi>{text}</bdi>
    </p>
  )
}

/** An Enter that chooses a word in an input method does not send; Safari only tells by the key code. */
function endsWord({ isComposing, keyCode }: globalThis.KeyboardEvent): boolean {
  return isComposing || keyCode === IN_CHOICE
}

function slowMode(seconds: number, words: Messages['chat']): string {
  const { unit, n } = spanOf(seconds * 1_000)
  return words.slow[unit]({ n })
}

function writeIn(wait: Millis, words: Messages['chat']): string {
  const { unit, n } = spanOf(wait)
  return words.writeIn[unit]({ n })
}

/** Why a message was not sent, with the time to wait if there is one. [CHAT-8] */
function reasonOf({ why }: Rejected, wait: number, t: Messages['core'], words: Messages['chat']): string {
  if (why === 'away') return words.away
  if (why === 'write-later') return wait > 0 ? writeIn(wait, words) : words.writeNow
  return t.refusal[why]
}

/** Why one cannot write here at all; null if one can. */
function muteOf(
  { session, me }: CallState,
  isPrivate: boolean,
  t: Messages['core'],
  words: Messages['chat'],
): string | null {
  if (!me || !can(me, 'chat')) return words.notPermitted
  if (session.chat.blocked.has(me.id)) return t.refusal['chat-blocked']
  if (isPrivate) return session.chat.private ? null : t.refusal['private-off']
  return session.chat.paused && !can(me, 'setChat') ? t.refusal['chat-paused'] : null
}
