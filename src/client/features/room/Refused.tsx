import { Lock } from 'lucide-react'
import { DeadEnd } from '../../portal/DeadEnd.tsx'
import { readRoom } from '../../portal/api.ts'
import { useKeepsCookies } from '../../portal/keeps-cookies.ts'
import { useAnswer } from '../../portal/use-answer.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { navigate } from 'wouter/use-browser-location'
import { Reload } from '../../ui/pages/Reload.tsx'
import { MessagePage } from '../../ui/pages/MessagePage.tsx'
import { useLive } from '../../state/use-call.ts'

/** Why somebody is not let in, and whom to ask. [ENTER-4] */
export function Refused({ room }: { room: string }) {
  const t = useMessages('core')
  const words = useMessages('ended')
  const refusal = useLive((state) => state.refusal)
  const [answer] = useAnswer(readRoom, room)
  const isKept = useKeepsCookies(refusal === null || refusal === 'no-entry')
  const host = answer && 'ok' in answer ? answer.ok.host : ''
  if (refusal === 'room-unknown') return <DeadEnd at="room" />
  if (refusal === 'room-deleted') return <DeadEnd at="deleted-room" />
  if (refusal === 'data-deleted') return <DeadEnd at="deleted-data" />
  return (
    <MessagePage
      isNews
      sign={Lock}
      title={words.cannotEnter}
      help={isKept === false ? t.cookiesBlocked : `${t.refusal[refusal ?? 'no-entry']} ${t.askWhom({ host })}`}
    >
      <Reload size="large" words={t.tryAgain} />
      <Button size="large" onPress={() => navigate('/')}>
        {t.home}
      </Button>
    </MessagePage>
  )
}
