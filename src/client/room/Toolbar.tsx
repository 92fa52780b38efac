import {
  CircleArrowDown,
  CircleArrowUp,
  DoorOpen,
  Hand,
  Mic,
  MicOff,
  Settings,
  Users,
  Video,
  VideoOff,
  X,
} from 'lucide-react'
import { isLocked } from '../../rules/is-locked.ts'
import { can, wayUp } from '../../rules/policy.ts'
import { walkButtons } from '../ui/arrow-keys.ts'
import { useIsPhone } from '../ui/is-phone.ts'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import { LeaveMenu } from './LeaveMenu.tsx'
import { PlaceLine } from './PlaceLine.tsx'
import styles from './Toolbar.module.css'
import { ToolbarButton } from './ToolbarButton.tsx'

type Props = { onJoinStage: () => void; onSettings: () => void; onPanel: () => void; isPanelOpen: boolean }

/** What one can do from here, by place and role. */
export function Toolbar({ onJoinStage, onSettings, onPanel, isPanelOpen }: Props) {
  const t = useText()
  const isPhone = useIsPhone()
  const place = useLive((state) => state.me?.place)
  const isUp = place === 'stage' || place === 'wings'
  const way = useLive((state) => (state.me ? wayUp(state.me, state.session.access) : 'none'))
  return (
    <footer className={styles.tools}>
      <PlaceLine />
      <div role="toolbar" tabIndex={-1} aria-label={t.controls} className={styles.bar} onKeyDown={walkButtons}>
        <div className={styles.middle}>
          {isPhone && (
            <ToolbarButton
              icon={Users}
              name={isPanelOpen ? t.closePanel : t.participants}
              short={t.participantsShort}
              onPress={onPanel}
            />
          )}
          {isUp && <DeviceButtons />}
          <HandButton />
          {(!isUp || (place === 'wings' && way === 'join')) && <WayUp onJoinStage={onJoinStage} />}
          {isUp && <LeaveStageButton />}
        </div>
        <div className={styles.end}>
          <ToolbarButton icon={Settings} name={t.settings} short={t.settings} onPress={onSettings} />
          {!isPhone && (
            <LeaveMenu>
              {(opener) => (
                <ToolbarButton icon={DoorOpen} name={t.leave} short={t.leave} look="leave" opener={opener} />
              )}
            </LeaveMenu>
          )}
        </div>
      </div>
    </footer>
  )
}

function DeviceButtons() {
  const t = useText()
  const call = useCall()
  const microphone = useLive((state) => state.me?.microphone ?? false)
  const camera = useLive((state) => state.me?.camera ?? false)
  const locks = useLive((state) => ({
    microphone: state.me !== null && isLocked(state.session, state.me, 'microphone'),
    camera: state.me !== null && isLocked(state.session, state.me, 'camera'),
  }))
  return (
    <>
      <ToolbarButton
        icon={microphone ? Mic : MicOff}
        name={locks.microphone ? t.micLocked : t.turnMic(microphone)}
        short={locks.microphone ? t.locked : t.microphoneShort}
        look={microphone ? 'on' : 'off'}
        onPress={() => void call.turn('microphone', !microphone)}
      />
      <ToolbarButton
        icon={camera ? Video : VideoOff}
        name={locks.camera ? t.cameraLocked : t.turnCamera(camera)}
        short={locks.camera ? t.locked : t.camera}
        look={camera ? 'on' : 'off'}
        onPress={() => void call.turn('camera', !camera)}
      />
    </>
  )
}

function HandButton() {
  const t = useText()
  const call = useCall()
  const hand = useLive((state) => state.session.hands.get(state.you?.id ?? ''))
  const mayRaise = useLive((state) => state.me !== null && can(state.me, 'raiseHand'))
  const way = useLive((state) => (state.me ? wayUp(state.me, state.session.access) : 'none'))
  const isUp = useLive((state) => state.me !== null && state.me.place !== 'viewer')
  // A request is taken back where it was made.
  if ((hand?.purpose === 'stage' && way !== 'join' && !isUp) || (!hand && !mayRaise)) return null
  const name = hand ? t.lowerHand : t.raiseHand
  return (
    <ToolbarButton
      icon={Hand}
      name={name}
      short={name}
      look={hand ? 'hand' : 'plain'}
      onPress={() => void call.ask(hand ? { type: 'lowerHand', person: hand.person } : { type: 'raiseHand' })}
    />
  )
}

function WayUp({ onJoinStage }: { onJoinStage: () => void }) {
  const t = useText()
  const call = useCall()
  const way = useLive((state) => (state.me ? wayUp(state.me, state.session.access) : 'none'))
  const me = useLive((state) => state.you?.id ?? '')
  const asks = useLive((state) => state.session.hands.get(state.you?.id ?? '')?.purpose === 'stage')
  if (asks && way !== 'join')
    return (
      <ToolbarButton
        icon={X}
        name={t.cancelRequest}
        short={t.cancelRequest}
        look="hand"
        onPress={() => void call.ask({ type: 'lowerHand', person: me })}
      />
    )
  if (way === 'none') return null
  if (way === 'join')
    return <ToolbarButton icon={CircleArrowUp} name={t.joinStage} short={t.joinStage} look="go" onPress={onJoinStage} />
  return (
    <ToolbarButton
      icon={CircleArrowUp}
      name={t.askToJoin}
      short={t.askToJoin}
      look="go"
      onPress={() => void call.ask({ type: 'askToJoin' })}
    />
  )
}

function LeaveStageButton() {
  const t = useText()
  const call = useCall()
  const isPhone = useIsPhone()
  const isInWings = useLive((state) => state.me?.place === 'wings')
  return (
    <ToolbarButton
      icon={CircleArrowDown}
      name={isInWings ? t.leaveWings : t.leaveStage}
      short={isInWings || isPhone ? t.leaveShort : t.leaveStage}
      onPress={() => void call.leaveStage()}
    />
  )
}
