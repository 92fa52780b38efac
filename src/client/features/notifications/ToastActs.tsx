import type { Notice } from '../../call/call-state.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import { AnswerButtons, useActs } from '../acts/index.ts'
import { RequestAnswers } from '../hands/index.ts'
import { ENTRIES_ACTS, EntryAnswers } from '../lobby/index.ts'

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
      return <RequestAnswers person={notice.person} />
    case 'waits':
      if (isMany)
        return (
          <>
            <AdmitAll />
            <SeeAll onPress={() => onSeeAll('waits')} look="plain" />
          </>
        )
      return <EntryAnswers person={notice.person} />
    default:
      return null
  }
}

function AdmitAll() {
  return (
    <AnswerButtons
      acts={useActs(ENTRIES_ACTS, { ...useFirstMessages(), notifications: useMessages('notifications') }, null)}
    />
  )
}

function SeeAll({ look, onPress }: { look: 'primary' | 'plain'; onPress: () => void }) {
  const words = useMessages('notifications')
  return (
    <Button size="small" look={look} onPress={onPress}>
      {words.seeAll}
    </Button>
  )
}
