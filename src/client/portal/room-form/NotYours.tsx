import { Lock } from 'lucide-react'
import { navigate } from 'wouter/use-browser-location'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { MessagePage } from '../../ui/pages/MessagePage.tsx'

/** The page of a room's settings for who may not set them. */
export function NotYours({ room, host }: { room: string; host: string }) {
  const t = useMessages('core')
  const words = useMessages('ended')
  return (
    <MessagePage sign={Lock} title={words.cannotEnter} help={`${t.refusal['not-allowed']} ${t.askWhom({ host })}`}>
      <Button size="large" onPress={() => navigate(`/r/${room}`)}>
        {words.toSession}
      </Button>
    </MessagePage>
  )
}
