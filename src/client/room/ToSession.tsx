import { useEndsText } from '../text/text.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/navigate.ts'
import { useLive } from '../ui/use-live.ts'

/** The way to the room's own page. */
export function ToSession() {
  const words = useEndsText()
  const room = useLive((state) => state.session.room)
  return (
    <Button size="large" onPress={() => navigate(`/r/${room}`)}>
      {words.toSession}
    </Button>
  )
}
