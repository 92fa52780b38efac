import { SendHorizontal, Smile, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { MESSAGE_MAX, type Message } from '../../protocol/messages.ts'
import { can } from '../../rules/policy.ts'
import { answered, draftOf, keepDraft, keyFor } from '../live/drafts.ts'
import type { CallState, Denied } from '../live/live.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { later } from '../ui/later.tsx'
import { useChatText, useText, type ChatText, type Text } from '../text/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import type { Addressee } from './open-privately.ts'
import styles from './Composer.module.css'
import { useSecondsTo } from './use-seconds-to.ts'

const EmojiPicker = later(async () => (await import('./EmojiPicker.tsx')).EmojiPicker)

const NEVER = { since: 0, until: 0 }

type Props = {
  other: Addressee | null
  reply: Message | null
  /** The same, pressed for elsewhere: the focus comes along. */
  asked: Addressee | null
  onReply: (to: Message | null) => void
}

/** Where one writes; keyed by whom to. What was typed stays until it is sent. [CHAT-16] */
export function Composer({ other, reply, asked, onReply }: Props) {
  const t = useText()
  const words = useChatText()
  const call = useCall()
  const room = useLive((state) => state.session.room)
  const mute = useLive((state) => muteOf(state, other !== null, t, words))
  const slow = useLive(({ session, me }) => (other === null && me && !can(me, 'setChat') ? session.chat.slow : 0))
  const whom = other?.id ?? null
  const [text, setText] = useState(() => draftOf(room, whom))
  const [denied, setDenied] = useState<(Denied & { since: number; until: number }) | null>(null)
  const [isPicking, setIsPicking] = useState(false)
  const isSending = useRef(false)
  const isDue = useRef(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const wait = useSecondsTo(denied ?? NEVER)

  useEffect(() => {
    if (reply || asked) field.current?.focus()
  }, [reply, asked])

  const type = (typed: string) => {
    setText(typed)
    keepDraft(room, whom, typed)
  }
  const post = async (sent: string) => {
    isSending.current = true
    isDue.current = false
    const key = keyFor(room, whom, sent)
    const no = await call.tell({ type: 'write', text: sent, to: whom, reply: reply?.n ?? null, key })
    isSending.current = false
    if (no?.no !== 'away') answered(room, whom)
    setDenied(no && fromNow(no))
    if (no) return
    // What was typed while the answer was on its way is not lost, and sent next where that was asked for.
    const typed = field.current?.value ?? ''
    const rest = typed === sent ? '' : typed
    type(rest)
    onReply(null)
    if (isDue.current && rest.trim() !== '') await post(rest)
  }
  const send = async () => {
    if (text.trim() === '') return
    if (isSending.current) isDue.current = true
    else await post(text)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && reply) {
      event.preventDefault()
      return onReply(null)
    }
    // An enter that ends the choice of a word in another script sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return undefined
    event.preventDefault()
    return void send()
  }
  const pick = (emoji: string) => {
    const at = field.current?.selectionStart ?? text.length
    type(text.slice(0, at) + emoji + text.slice(field.current?.selectionEnd ?? at))
    field.current?.focus()
  }

  if (mute) return <p className={styles.mute}>{mute}</p>
  const label = other ? words.writeTo(other.name) : words.writeToAll
  // Also before its code has come, and from wherever the focus is.
  const closes = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isPicking) return
    event.preventDefault()
    setIsPicking(false)
  }
  return (
    <div className={styles.composer} role="presentation" onKeyDown={closes}>
      {slow > 0 && <p className={styles.note}>{words.slow(slow)}</p>}
      {reply && (
        <div className={styles.reply}>
          <span dir="auto">
            <b>{words.replyTo(reply.name)}</b> {reply.text}
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
        <IconButton icon={SendHorizontal} label={words.send} onPress={() => void send()} />
      </div>
      {isPicking && <EmojiPicker onPick={pick} />}
    </div>
  )
}

function fromNow(no: Denied): Denied & { since: number; until: number } {
  const since = Date.now()
  return { ...no, since, until: since + (no.wait ?? 0) }
}

/** Why it was not sent, with the time where there is one. [CHAT-8] */
function reasonOf({ no }: Denied, wait: number, t: Text, words: ChatText): string {
  if (no === 'away') return words.away
  if (no === 'write-later') return wait > 0 ? words.writeIn(wait) : words.writeNow
  return t.refusal[no]
}

/** Why one cannot write here at all; null where one can. */
function muteOf({ session, me }: CallState, isPrivate: boolean, t: Text, words: ChatText): string | null {
  if (!me || !can(me, 'chat')) return words.notPermitted
  if (session.chat.blocked.has(me.id)) return t.refusal['chat-blocked']
  if (isPrivate) return session.chat.private ? null : t.refusal['private-off']
  return session.chat.paused && !can(me, 'setChat') ? t.refusal['chat-paused'] : null
}
