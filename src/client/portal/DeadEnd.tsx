import { SearchX, Unlink } from 'lucide-react'
import { useMessages } from '../i18n/messages.ts'
import { Button } from '../ui/controls/Button.tsx'
import { navigate } from 'wouter/use-browser-location'
import { MessagePage } from '../ui/pages/MessagePage.tsx'

export type LinkEnd = 'revoked-link' | 'expired-link' | 'used-link'
type Where = 'address' | 'room' | 'deleted-room' | 'deleted-data' | 'link' | LinkEnd

/** The page for an address that leads nowhere, a room that does not exist, or a link that does not work any more. [ENTER-4] */
export function DeadEnd({ at, host }: { at: Where; host?: string | undefined }) {
  const t = useMessages('core')
  const words = useMessages('ended')
  const ask = words.linkBrokenHelp({ host: host ?? '' })
  const [title, help] = {
    address: [words.nothingHere, words.nothingHereHelp],
    room: [words.nothingHere, words.noRoomHelp],
    'deleted-room': [words.roomDeleted, words.roomDeletedHelp],
    'deleted-data': [words.dataDeleted, words.dataDeletedHelp],
    link: [words.linkBroken, ask],
    'revoked-link': [words.linkRevoked, ask],
    'expired-link': [words.linkExpired, ask],
    'used-link': [words.linkUsed, ask],
  }[at]
  const isLink = at.endsWith('link')
  // It takes the place of a room that one was in.
  const isNews = at === 'deleted-room' || at === 'deleted-data'
  return (
    <MessagePage isNews={isNews} sign={isLink ? Unlink : SearchX} title={title ?? ''} help={help ?? ''}>
      <Button size="large" onPress={() => navigate('/')}>
        {t.home}
      </Button>
    </MessagePage>
  )
}
