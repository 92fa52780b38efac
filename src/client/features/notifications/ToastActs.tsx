import type { Notice } from '../../call/call-state.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'

type Props = {
  notices: readonly [Notice, ...Notice[]]
  onSeeAll: (what: 'waits' | 'asks-to-join') => void
  onNotNow: () => void
}

/** The answers to what a notice asks; of several, all at once or one by one. */
export function ToastActs({ notices: [notice, ...more], onSeeAll, onNotNow }: Props) {
  const t = useMessages('core')
  const words = useMessages('notifications')
  const call = useCall()
  const isMany = more.length > 0
  switch (notice.kind) {
    case 'asked-to-unmute':
      return (
        <>
          <Button size="small" look="primary" onPress={() => void call.turn('microphone', true)}>
            {t.turnMic({ on: false })}
          </Button>
          <Button size="small" look="quiet" onPress={onNotNow}>
            {words.notNow}
          </Button>
        </>
      )
    case 'muted-voice':
      return (
        <Button size="small" look="primary" onPress={() => void call.turn('microphone', true)}>
          {words.turnItOn}
        </Button>
      )
    case 'asks-to-join':
      if (isMany) return <SeeAll onPress={() => onSeeAll('asks-to-join')} look="primary" />
      return (
        <>
          <Button size="small" look="primary" onPress={() => void call.ask({ type: 'invite', person: notice.person })}>
            {t.bringToStage}
          </Button>
          <Button size="small" onPress={() => void call.ask({ type: 'declineRequest', person: notice.person })}>
            {t.decline}
          </Button>
        </>
      )
    case 'waits':
      if (isMany)
        return (
          <>
            <Button size="small" look="primary" onPress={() => void call.ask({ type: 'admitAll' })}>
              {words.admitAll}
            </Button>
            <SeeAll onPress={() => onSeeAll('waits')} look="plain" />
          </>
        )
      return (
        <>
          <Button size="small" look="primary" onPress={() => void call.ask({ type: 'admit', person: notice.person })}>
            {words.admit}
          </Button>
          <Button size="small" onPress={() => void call.ask({ type: 'declineEntry', person: notice.person })}>
            {t.decline}
          </Button>
        </>
      )
    default:
      return null
  }
}

function SeeAll({ look, onPress }: { look: 'primary' | 'plain'; onPress: () => void }) {
  const words = useMessages('notifications')
  return (
    <Button size="small" look={look} onPress={onPress}>
      {words.seeAll}
    </Button>
  )
}
