import { CircleArrowDown, EllipsisVertical, Hand, Video, VideoOff } from 'lucide-react'
import type { PersonView } from '../../../../protocol/views.ts'
import { can } from '../../../../rules/permissions/policy.ts'
import { IconButton } from '../../../ui/controls/IconButton.tsx'
import { Menu } from '../../../ui/overlays/Menu.tsx'
import type { Act } from '../../../ui/overlays/MenuOpened.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'

/** The short menu of the own row: what the toolbar does, where one has just found oneself. */
export function OwnMenu({ me }: { me: PersonView }) {
  const t = useMessages('core')
  const call = useCall()
  const hasHand = useLive((state) => state.session.hands.has(me.id))
  const isUp = me.place !== 'viewer'
  const label = t.options({ name: me.name })
  const acts: Act[] = []
  if (isUp)
    acts.push({
      id: 'camera',
      name: t.turnCamera({ on: me.camera }),
      icon: me.camera ? VideoOff : Video,
      run: () => void call.turn('camera', !me.camera),
    })
  if (hasHand || can(me, 'raiseHand'))
    acts.push({
      id: 'hand',
      name: hasHand ? t.lowerHand : t.raiseHand,
      icon: Hand,
      run: () => void call.ask(hasHand ? { type: 'lowerHand', person: me.id } : { type: 'raiseHand' }),
    })
  if (isUp)
    acts.push({
      id: 'leave',
      name: me.place === 'backstage' ? t.leaveBackstage : t.leaveStage,
      icon: CircleArrowDown,
      run: () => void call.leaveStage(),
    })
  if (acts.length === 0) return null
  return (
    <Menu label={label} acts={acts}>
      {(opener) => <IconButton icon={EllipsisVertical} label={label} opener={opener} />}
    </Menu>
  )
}
