import { Ellipsis } from 'lucide-react'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useActs } from '../acts/index.ts'
import { CHAT_ACTS } from './acts.tsx'

/** The settings of the chat, for its moderators. [CHAT-9] [CHAT-13] */
export function ChatMenu() {
  const chat = useMessages('chat')
  const acts = useActs(CHAT_ACTS, { chat }, null)
  return (
    <Menu label={chat.chatOptions} acts={acts}>
      {(opener) => <IconButton icon={Ellipsis} label={chat.chatOptions} opener={opener} />}
    </Menu>
  )
}
