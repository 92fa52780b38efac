import { EllipsisVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Message } from '../../../protocol/messages.ts'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useActs } from '../acts/index.ts'
import { useMarked } from '../people/index.ts'
import { MESSAGE_ACTS, type MessageHere } from './message-acts.ts'
import styles from './MessageMenu.module.css'

/** What the chat around a message adds. */
export type MessageActs = Omit<MessageHere, 'message'>

/** Up and down move from message to message, because Tab would need two hundred presses; Enter opens the menu. */
function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  event.preventDefault()
  const step = event.key === 'ArrowUp' ? 'previousElementSibling' : 'nextElementSibling'
  let next = event.currentTarget.closest('li')?.[step]
  // Skips system messages.
  while (next && !next.querySelector('[aria-haspopup]')) next = next[step]
  next?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
}

type Props = { message: Message; acts: MessageActs; isCurrent: boolean }

/** The menu of a message; acts that would be refused are not in it. */
export function MessageMenu({ message, acts: around, isCurrent }: Props) {
  const chat = useMessages('chat')
  const named = useMarked()
  const acts = useActs(MESSAGE_ACTS, { chat }, { ...around, message })
  if (acts.length === 0) return null
  const label = chat.optionsFor({ name: named(message.name) })
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
