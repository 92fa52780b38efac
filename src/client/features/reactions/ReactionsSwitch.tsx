import { can } from '../../../rules/permissions/policy.ts'
import { Switch } from '../../ui/controls/Switch.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'

/** Whether the room has reactions, for who runs it. [REACT-4] */
export function ReactionsSwitch() {
  const words = useMessages('reactions')
  const call = useCall()
  const isOn = useLive((state) => state.session.reactions)
  const maySet = useLive((state) => state.me !== null && can(state.me, 'setReactions'))
  if (!maySet) return null
  return (
    <Switch label={words.reactions} isOn={isOn} onChange={async (on) => await call.ask({ type: 'setReactions', on })} />
  )
}
