import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useLive } from '../../state/use-call.ts'
import { useAnswer } from '../use-answer.ts'
import { readAbout } from './api.ts'

/** Leads on to where the room has set, and says where that is; nothing where it has set nothing. [ROOM-5] */
export function LeaveTo() {
  const words = useMessages('room-form')
  const room = useLive((state) => state.session.room)
  const [answer] = useAnswer(readAbout, room)
  const address = answer && 'ok' in answer ? answer.ok.brand.leaveTo : ''
  if (!URL.canParse(address)) return null
  return (
    <Button size="large" onPress={() => location.assign(address)}>
      {words.goOn({ place: new URL(address).host })}
    </Button>
  )
}
