import { EllipsisVertical, Heart, MessageSquareLock, Pin, PinOff, Reply, Trash2, UserX } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Message } from '../../../protocol/messages.ts'
import { can } from '../../../rules/permissions/policy.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import type { Act } from '../../ui/overlays/MenuOpened.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './MessageMenu.module.css'
import { useMarked } from '../participants/use-name-mark.ts'

/** What needs the chat around the message. `with`: the other one, where it is private. */
export type MessageActs = {
  with: string | null
  reply: (to: Message) => void
  open: (person: { id: string; name: string }) => void
}

/** Up and down go from message to message, as the tab key would through two hundred; Enter opens. */
function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  event.preventDefault()
  const step = event.key === 'ArrowUp' ? 'previousElementSibling' : 'nextElementSibling'
  let next = event.currentTarget.closest('li')?.[step]
  // Between messages stands what happened meanwhile.
  while (next && !next.querySelector('[aria-haspopup]')) next = next[step]
  next?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
}

type Props = { message: Message; acts: MessageActs; isCurrent: boolean }

/** What one may do with a message; what is refused anyway is absent. */
export function MessageMenu({ message, acts: { with: other, reply, open }, isCurrent }: Props) {
  const words = useMessages('chat')
  const call = useCall()
  const named = useMarked()
  const { n, person, name, liked } = message
  const isPrivate = other !== null
  const may = useLive(({ session, me, you }) => {
    const author = session.people.get(person) ?? message
    const isMine = person === you?.id
    return {
      write: me !== null && can(me, 'chat') && !session.chat.blocked.has(me.id),
      pin: me !== null && !isPrivate && can(me, 'pinMessage'),
      isPinned: session.chat.pinned?.n === n,
      delete: isMine || (me !== null && !isPrivate && can(me, 'deleteMessage', author)),
      block: me !== null && !isMine && can(me, 'blockFromChat', author),
      isBlocked: session.chat.blocked.has(person),
      private: !isMine && !isPrivate && session.chat.private,
    }
  })
  const acts: Act[] = []
  const add = (isOffered: boolean, act: Act) => isOffered && acts.push(act)
  add(may.write, { id: 'reply', name: words.reply, icon: Reply, run: () => reply(message) })
  add(may.write && !isPrivate, {
    id: 'like',
    name: liked ? words.unlike : words.like,
    icon: Heart,
    run: () => void call.ask({ type: 'likeMessage', n, on: !liked }),
  })
  add(may.write && may.private, {
    id: 'private',
    name: words.writePrivately,
    icon: MessageSquareLock,
    run: () => open({ id: person, name }),
  })
  add(may.pin, {
    id: 'pin',
    name: may.isPinned ? words.unpin : words.pin,
    icon: may.isPinned ? PinOff : Pin,
    run: () => void call.ask({ type: 'pinMessage', n: may.isPinned ? null : n }),
  })
  add(may.block, {
    id: 'block',
    name: may.isBlocked ? words.letBack : words.block,
    icon: UserX,
    stops: !may.isBlocked,
    run: () => void call.ask({ type: may.isBlocked ? 'letBackIntoChat' : 'blockFromChat', person }),
  })
  add(may.delete, {
    id: 'delete',
    name: words.delete,
    icon: Trash2,
    stops: true,
    run: () => void call.ask({ type: 'deleteMessage', n, with: other }),
  })
  if (acts.length === 0) return null
  const label = words.optionsFor({ name: named(name) })
  return (
    <span className={styles.menu}>
      <Menu label={label} acts={acts}>
        {(opener) => (
          <IconButton
            icon={EllipsisVertical}
            label={label}
            opener={{ ...opener, tabIndex: isCurrent ? 0 : -1, onKeyDown: walk }}
          />
        )}
      </Menu>
    </span>
  )
}
