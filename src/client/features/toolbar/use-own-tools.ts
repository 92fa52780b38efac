import { Lock, MonitorUp, Presentation } from 'lucide-react'
import { useFirstMessages } from '../../i18n/messages.ts'
import { OWN_ACTS, type OwnId, SWITCH_SIGNS, type Tool, useOffers } from '../acts/index.ts'

type Look = Partial<Pick<Tool, 'id' | 'icon' | 'name' | 'short' | 'look' | 'yields'>>

/** One's own acts as buttons of the toolbar: switches by their state, and each with its priority in a narrow row. */
export function useOwnTools() {
  const words = useFirstMessages()
  const { core: t } = words
  const offers = useOffers(OWN_ACTS, words, null)
  const find = (id: OwnId) => offers.find((each) => each.id === id)
  const tool = (id: OwnId, look: Look = {}): Tool | null => {
    const act = find(id)
    return act ? { id, icon: act.icon, name: act.name, short: act.name, press: act.run, ...look } : null
  }
  // A locked switch stays visible, and says why when it is pressed.
  const turns = (id: keyof typeof SWITCH_SIGNS, short: string, locked: string) => {
    const { isOn, why } = find(id) ?? { isOn: false, why: null }
    const icon = SWITCH_SIGNS[id][isOn ? 'on' : 'off']
    return tool(id, {
      icon,
      short,
      look: isOn ? 'on' : 'off',
      ...(why && { icon: Lock, name: locked, short: locked }),
    })
  }
  const way: Look = { id: 'way-up', look: 'go' }
  return {
    microphone: turns('microphone', t.microphoneShort, t.micLocked),
    camera: turns('camera', t.camera, t.cameraLocked),
    // While sharing, the button that stops it stays visible.
    share: tool('share', { icon: MonitorUp, ...(find('share')?.isOn ? { look: 'on' } : { yields: 1 }) }),
    present: tool('present', { icon: Presentation, short: words.room.presentShort, yields: -0.5 }),
    whiteboard: tool('whiteboard'),
    storyboard: tool('storyboard'),
    // While raised, it stays visible; a request is cancelled by the button that made it.
    hand: find('cancelRequest') ? null : tool('hand', find('hand')?.isOn ? { look: 'hand' } : { yields: 3 }),
    reason: tool('reason', { yields: -1 }),
    wayUp:
      tool('cancelRequest', { ...way, look: 'hand' }) ??
      tool('askToJoin', way) ??
      (find('joinStage')?.why === null ? tool('joinStage', way) : null),
    leaveStage: tool('leaveStage'),
    settings: tool('settings'),
    palette: tool('palette'),
    invitePeople: tool('invitePeople'),
  }
}
