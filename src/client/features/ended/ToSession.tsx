import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { navigate } from 'wouter/use-browser-location'
import { useLive } from '../../state/use-call.ts'

/** The link to the room's session page. */
export function ToSession() {
  const words = useMessages('ended')
  const room = useLive((state) => state.session.room)
  return (
    <Button size="large" onPress={() => navigate(`/r/${room}`)}>
      {words.toSession}
    </Button>
  )
}
