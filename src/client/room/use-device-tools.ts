import { CircleArrowDown, Lock, Mic, MicOff, Video, VideoOff } from 'lucide-react'
import { isLocked } from '../../rules/is-locked.ts'
import { useIsSmall } from '../ui/is-phone.ts'
import { useText } from '../text/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import type { Tool } from './tool.ts'

/** The microphone's switch, for who is up. */
export function useMicrophoneTool(): Tool | null {
  const t = useText()
  const call = useCall()
  const { isUp, isOn, locked } = useSource('microphone')
  if (!isUp) return null
  return {
    id: 'microphone',
    icon: locked ? Lock : isOn ? Mic : MicOff,
    name: locked ? t.micLocked : t.turnMic(isOn),
    short: locked ? t.locked : t.microphoneShort,
    look: isOn ? 'on' : 'off',
    press: () => void call.turn('microphone', !isOn),
  }
}

/** The camera's. */
export function useCameraTool(): Tool | null {
  const t = useText()
  const call = useCall()
  const { isUp, isOn, locked } = useSource('camera')
  if (!isUp) return null
  return {
    id: 'camera',
    icon: locked ? Lock : isOn ? Video : VideoOff,
    name: locked ? t.cameraLocked : t.turnCamera(isOn),
    short: locked ? t.locked : t.camera,
    look: isOn ? 'on' : 'off',
    press: () => void call.turn('camera', !isOn),
  }
}

/** The way back among the viewers. */
export function useLeaveStageTool(): Tool | null {
  const t = useText()
  const call = useCall()
  const isSmall = useIsSmall()
  const place = useLive((state) => state.me?.place)
  if (place !== 'stage' && place !== 'wings') return null
  const isInWings = place === 'wings'
  return {
    id: 'leave-stage',
    icon: CircleArrowDown,
    name: isInWings ? t.leaveWings : t.leaveStage,
    short: isInWings || isSmall ? t.leaveShort : t.leaveStage,
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
