import { Bell as BellSign } from 'lucide-react'
import { useRef, useState } from 'react'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'

const BellList = lazyPart(async () => (await import('./BellList.tsx')).BellList)

/** Opens the list of notices, and shows how many are unread. */
export function Bell() {
  const words = useMessages('room')
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const unread = useLive((state) => state.notificationList.filter(({ isRead }) => !isRead).length)
  const open = () => setIsOpen(true)
  return (
    <span data-bell>
      <IconButton
        icon={BellSign}
        label={unread === 0 ? words.bell : words.bellUnread({ n: unread })}
        isNew={unread > 0}
        opener={{ ref: trigger, 'aria-haspopup': 'dialog', 'aria-expanded': isOpen, onClick: open }}
      />
      {isOpen && <BellList trigger={trigger} onClose={() => setIsOpen(false)} />}
    </span>
  )
}
