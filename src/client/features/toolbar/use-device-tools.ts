import { CircleArrowDown, Lock, Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { isLocked } from '../../../rules/moderation/is-locked.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import type { Tool } from './tool.ts'

/** The microphone's switch, for who is up. */
export function useMicrophoneTool(): Tool | null {
  const t = useMessages('core')
  const call = useCall()
  const { isUp, isOn, locked } = useSource('microphone')
  if (!isUp) return null
  return {
    id: 'microphone',
    icon: locked ? Lock : isOn ? Mic : MicOff,
    name: locked ? t.micLocked : t.turnMic({ on: isOn }),
    short: locked ? t.micLocked : t.microphoneShort,
    look: isOn ? 'on' : 'off',
    press: () => void call.turn('microphone', !isOn),
  }
}

/** The camera's. */
export function useCameraTool(): Tool | null {
  const t = useMessages('core')
  const call = useCall()
  const { isUp, isOn, locked } = useSource('camera')
  if (!isUp) return null
  return {
    id: 'camera',
    icon: locked ? Lock : isOn ? Video : VideoOff,
    name: locked ? t.cameraLocked : t.turnCamera({ on: isOn }),
    short: locked ? t.cameraLocked : t.camera,
    look: isOn ? 'on' : 'off',
    press: () => void call.turn('camera', !isOn),
  }
}

/** The way back among the viewers. */
export function useLeaveStageTool(): Tool | null {
  const t = useMessages('core')
  const call = useCall()
  const place = useLive((state) => state.me?.place)
  if (place !== 'stage' && place !== 'backstage') return null
  const name = place === 'backstage' ? t.leaveBackstage : t.leaveStage
  return {
    id: 'leave-stage',
    icon: CircleArrowDown,
    name,
    short: name,
    press: () => void call.leaveStage(),
  }
}

function useSource(source: 'microphone' | 'camera') {
  return useLive(({ me, session }) => ({
    isUp: me !== null && me.place !== 'viewer',
    isOn: me?.[source] ?? false,
    locked: me !== null && isLocked(session, me, source),
  }))
}
