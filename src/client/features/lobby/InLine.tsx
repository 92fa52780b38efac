import { Users } from 'lucide-react'
import type { RoomId } from '../../../protocol/types.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Chip } from '../../ui/controls/Chip.tsx'
import { MessagePage } from '../../ui/pages/MessagePage.tsx'
import { useLive } from '../../state/use-call.ts'
import { WaitCard } from './WaitCard.tsx'
import { navigate } from 'wouter/use-browser-location'

/** The line before a server that is full: where one stands, and that there is nothing to do. [FULL-1] */
export function InLine({ room }: { room: RoomId }) {
  const t = useMessages('core')
  const words = useMessages('ended')
  const place = useLive((state) => state.placeInLine)
  return (
    <MessagePage
      isNews
      title={words.inLine}
      help={words.inLineHelp}
      chip={
        <Chip kind="wait">
          <Users aria-hidden size={16} />
          <span>{words.serverIsFull}</span>
        </Chip>
      }
      card={
        <WaitCard place={words.nthInLine({ place: t.nth({ n: place }) })}>
          <p>{t.youAreOff}</p>
        </WaitCard>
      }
    >
      <Button size="large" onPress={() => navigate(`/r/${room}`)}>
        {words.stopWaiting}
      </Button>
    </MessagePage>
  )
}
