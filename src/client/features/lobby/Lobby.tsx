import { Lock } from 'lucide-react'
import { useState } from 'react'
import { wayToStage } from '../../../rules/permissions/policy.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Chip } from '../../ui/controls/Chip.tsx'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { useIsPhone } from '../../ui/hooks/is-phone.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { MessagePage } from '../../ui/pages/MessagePage.tsx'
import { useElapsed } from '../../ui/hooks/use-elapsed.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { WaitCard } from './WaitCard.tsx'

const LobbyDevices = lazyPart(async () => (await import('./LobbyDevices.tsx')).LobbyDevices, <ComingOver />)

const WaitingText = lazyPart(async () => (await import('../../portal/room-form/WaitingText.tsx')).WaitingText)

/**
 * The lobby: one's place, how long one has waited, and that there is nothing to do. People who may come on stage can set their devices.
 * [WAIT-5] [WAIT-8] [WAIT-9]
 */
export function Lobby() {
  const t = useMessages('core')
  const words = useMessages('ended')
  const call = useCall()
  const [isSetting, setIsSetting] = useState(false)
  const isPhone = useIsPhone()
  const mayGoUp = useLive(
    ({ you, session, media }) => you !== null && media !== 'unsupported' && wayToStage(you, session.access) === 'join',
  )
  const place = useLive((state) => state.place)
  const name = useLive((state) => state.you?.name ?? '')
  const since = useLive((state) => state.session.waiting.get(state.you?.id ?? '')?.at ?? null)
  return (
    <MessagePage
      isNews
      title={words.waiting}
      help={words.waitingHelp({ name })}
      chip={
        <Chip kind="wait">
          <Lock aria-hidden size={16} />
          <span>{words.roomIsLocked}</span>
        </Chip>
      }
      card={
        <>
          <WaitingText />
          <WaitCard place={place === null ? words.inLobby : words.nthInLobby({ place: t.nth({ n: place }) })}>
            {since === null ? <p>{t.youAreOff}</p> : <Since at={since} />}
          </WaitCard>
        </>
      }
    >
      {mayGoUp && !isPhone && (
        <Button size="large" onPress={() => setIsSetting(true)}>
          {t.setDevices}
        </Button>
      )}
      {isSetting && <LobbyDevices onClose={() => setIsSetting(false)} />}
      <Button size="large" onPress={() => void call.ask({ type: 'leave' })}>
        {words.stopWaiting}
      </Button>
    </MessagePage>
  )
}

function Since({ at }: { at: number }) {
  const words = useMessages('ended')
  const offset = useLive((state) => state.clockOffset)
  return <p>{words.waitingFor({ length: useElapsed(at, offset) })}</p>
}
