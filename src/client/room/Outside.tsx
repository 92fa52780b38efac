import { useState } from 'react'
import { can } from '../../rules/policy.ts'
import { Door } from '../greenroom/Door.tsx'
import { Button } from '../ui/Button.tsx'
import { useText } from '../text/text.ts'
import { Trouble } from '../ui/Trouble.tsx'
import { useCall, useLive } from '../ui/use-live.ts'

/** After leaving, or after the end: what happened, and the way back. [LEAVE-2] [SESSION-2] */
export function Outside({ hasEnded }: { hasEnded: boolean }) {
  const t = useText()
  const [isBack, setIsBack] = useState(false)
  const host = useLive((state) => state.host)
  const mayStart = useLive((state) => state.you !== null && can(state.you, 'startSession'))
  const left = useLive((state) => state.left)
  const isUnattended = useLive((state) => state.session.endedBy === null)
  const call = useCall()
  if (isBack) return <Door />
  if (!hasEnded && left === 'declined')
    return (
      <Trouble isNews title={t.notLetIn} help={t.askWhom(host)}>
        <Button size="large" onPress={() => void call.join('viewer')}>
          {t.askAgain}
        </Button>
      </Trouble>
    )
  const why = isUnattended ? `${t.endedUnattended} ` : ''
  const help = hasEnded ? why + (mayStart ? t.endedRunner : t.endedOther(host)) : t.youLeftHelp
  return (
    <Trouble isNews title={hasEnded ? t.ended : t.youLeft} help={help}>
      {(!hasEnded || mayStart) && (
        <Button look="primary" size="large" onPress={() => setIsBack(true)}>
          {t.rejoin}
        </Button>
      )}
    </Trouble>
  )
}
