import { Lock, Mic, MicOff, MonitorUp, Video, VideoOff } from 'lucide-react'
import { useFirstMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { OWN_ACTS, type OwnId } from '../acts/own-acts.tsx'
import { useOffers } from '../acts/use-acts.ts'
import type { Tool } from './tool.ts'

type Look = Partial<Pick<Tool, 'id' | 'icon' | 'name' | 'short' | 'look' | 'yields'>>

/** The own acts as the toolbar shows them: a switch by its state, and each with its place where the row is narrow. */
export function useOwnTools() {
  const words = useFirstMessages()
  const { core: t } = words
  const offers = useOffers(OWN_ACTS, words, null)
  const { isHeard, isSeen, hasHand, isSharing } = useLive(({ me, session }) => ({
    isHeard: me?.microphone ?? false,
    isSeen: me?.camera ?? false,
    hasHand: me !== null && session.hands.has(me.id),
    isSharing: me !== null && session.share?.person === me.id,
  }))
  const find = (id: OwnId) => offers.find((each) => each.id === id)
  const tool = (id: OwnId, look: Look = {}): Tool | null => {
    const act = find(id)
    return act ? { id, icon: act.icon, name: act.name, short: act.name, press: act.run, ...look } : null
  }
  // A locked switch stays, and says why when it is pressed.
  const locked = (id: OwnId, name: string): Look => (find(id)?.why ? { icon: Lock, name, short: name } : {})
  const way: Look = { id: 'way-up', look: 'go' }
  return {
    microphone: tool('microphone', {
      icon: isHeard ? Mic : MicOff,
      short: t.microphoneShort,
      look: isHeard ? 'on' : 'off',
      ...locked('microphone', t.micLocked),
    }),
    camera: tool('camera', {
      icon: isSeen ? Video : VideoOff,
      short: t.camera,
      look: isSeen ? 'on' : 'off',
      ...locked('camera', t.cameraLocked),
    }),
    // Shared, its end stays in sight.
    share: tool('share', { icon: MonitorUp, ...(isSharing ? { look: 'on' } : { yields: 1 }) }),
    // Up, it stays in sight; a request is taken back where it was made.
    hand: find('cancelRequest') ? null : tool('hand', hasHand ? { look: 'hand' } : { yields: 3 }),
    reason: tool('reason', { yields: -1 }),
    wayUp:
      tool('cancelRequest', { ...way, look: 'hand' }) ??
      tool('askToJoin', way) ??
      (find('joinStage')?.why === null ? tool('joinStage', way) : null),
    leaveStage: tool('leaveStage'),
    settings: tool('settings'),
    palette: tool('palette'),
  }
}
