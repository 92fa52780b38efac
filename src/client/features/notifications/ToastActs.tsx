import type { Notice } from '../../call/call-state.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useFirstMessages, useMessages } from '../../i18n/messages.ts'
import { AnswerButtons, OWN_ACTS, useActs } from '../acts/index.ts'
import { RequestAnswers } from '../hands/index.ts'
import { ENTRIES_ACTS, EntryAnswers } from '../lobby/index.ts'
import { NOTICE_ACTS } from './acts.ts'

type Props = {
  notices: readonly [Notice, ...Notice[]]
  onSeeAll: (what: 'waits' | 'asks-to-join') => void
}

/** The answers to a notice that asks something; to several at once, or one by one. */
export function ToastActs({ notices: [notice, ...more], onSeeAll }: Props) {
  const isMany = more.length > 0
  switch (notice.kind) {
    case 'asked-to-unmute':
      return <Unmute notice={notice} />
    case 'muted-voice':
      return <TurnItOn />
    case 'time-over':
      return <EndSession />
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

function Unmute({ notice: { id } }: { notice: Notice }) {
  const notNow = useActs(NOTICE_ACTS, { notifications: useMessages('notifications') }, [id])
  return <AnswerButtons acts={[...useMicrophone(), ...notNow]} />
}

function TurnItOn() {
  const { turnItOn } = useMessages('notifications')
  return <AnswerButtons acts={useMicrophone().map((act) => ({ ...act, name: turnItOn }))} />
}

/** [SCHEDULE-10] */
function EndSession() {
  return <AnswerButtons acts={useActs({ endSession: OWN_ACTS.endSession }, useFirstMessages(), null)} />
}

/** Only while the microphone is off, so that a second press does not turn it off again. */
function useMicrophone() {
  return useActs({ microphone: OWN_ACTS.microphone }, useFirstMessages(), null).filter(({ isOn }) => !isOn)
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
