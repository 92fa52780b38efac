import { Mic, MicOff, SwitchCamera, Video, VideoOff } from 'lucide-react'
import { useCallback } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useIsPhone } from '../../ui/hooks/is-phone.ts'
import { MicrophoneSign } from '../../ui/controls/MicrophoneSign.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useDevices, useLive } from '../../state/use-call.ts'
import styles from './Preview.module.css'

// Above this level one is speaking: the plate lights up as on a tile.
const SPEAKING = 0.1

/** One's own picture, mirrored, with guides and the two switches. Nobody else sees it. */
export function Preview() {
  const t = useMessages('core')
  const words = useMessages('device-setup')
  const { devices } = useCall()
  const name = useLive((state) => state.you?.name ?? '')
  const live = useDevices((state) => state.live)
  const wanted = useDevices((state) => state.wanted)
  const speaks = useDevices((state) => state.level > SPEAKING)
  const show = useCallback((video: HTMLVideoElement | null) => (video ? devices.preview(video) : undefined), [devices])
  const isMirrored = useDevices((state) => state.mirror && state.facing === 'user')
  const isPhone = useIsPhone()
  const mayFlip = useDevices((state) => state.options.camera.length > 1) && isPhone
  const isSilenced = useDevices((state) => state.silenced.microphone)
  const isOn = live.microphone && wanted.microphone
  const isHeard = isOn && !isSilenced
  return (
    <div className={styles.preview} data-surface="stage">
      <video
        ref={show}
        className={styles.video}
        data-on={live.camera}
        data-mirrored={isMirrored}
        muted
        playsInline
        autoPlay
      />
      {live.camera ? <span aria-hidden className={styles.frame} /> : <p className={styles.off}>{words.cameraIsOff}</p>}
      <span className={styles.plate}>
        <MicrophoneSign state={isHeard ? (speaks ? 'speaking' : 'on') : 'off'} />
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.role}>{t.you}</span>
      </span>
      <div className={styles.switches}>
        <ToggleButton
          className={styles.switch ?? ''}
          aria-label={t.turnMic({ on: isOn })}
          isSelected={isOn}
          onChange={(on) => devices.want('microphone', on)}
        >
          {isHeard ? <Mic aria-hidden size={20} /> : <MicOff aria-hidden size={20} />}
          <span>{words.microphone}</span>
        </ToggleButton>
        <ToggleButton
          className={styles.switch ?? ''}
          aria-label={t.turnCamera({ on: live.camera })}
          isSelected={live.camera}
          onChange={(on) => devices.want('camera', on)}
        >
          {live.camera ? <Video aria-hidden size={20} /> : <VideoOff aria-hidden size={20} />}
          <span>{t.camera}</span>
        </ToggleButton>
        {live.camera && mayFlip && (
          <button
            type="button"
            className={styles.switch}
            data-selected
            aria-label={t.flipCamera}
            onClick={() => void devices.flip()}
          >
            <SwitchCamera aria-hidden size={20} />
          </button>
        )}
      </div>
    </div>
  )
}
