import { Hand, WifiOff } from 'lucide-react'
import { useCallback, useState } from 'react'
import { initialsOf } from '../../protocol/names.ts'
import type { PersonView } from '../../protocol/views.ts'
import { colourOf } from '../ui/Face.tsx'
import { MicrophoneSign } from '../ui/MicrophoneSign.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'
import type { Box } from './layout.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { OwnSwitches } from './OwnSwitches.tsx'
import styles from './Tile.module.css'
import { useHandPlace } from './use-hand-place.ts'
import { useMicrophoneState } from './use-microphone-state.ts'

/** One person on stage: the picture or the initials, the name, and what the microphone does. [TILE-1] to [TILE-3] */
export function Tile({ person, box }: { person: PersonView; box: Box }) {
  const t = useText()
  const isMe = useLive((state) => state.you?.id === person.id)
  const microphone = useMicrophoneState(person)
  const place = useHandPlace(person.id)
  const mic = { on: t.micOn, off: t.micOff, speaking: t.micSpeaking }[microphone]
  return (
    <div
      role="group"
      aria-label={t.tile(person.name, mic, person.camera ? t.micOn : t.micOff)}
      className={styles.tile}
      data-microphone={microphone}
      data-present={person.present}
      style={{ insetInlineStart: box.x, insetBlockStart: box.y, inlineSize: box.width, blockSize: box.height }}
    >
      {person.camera ? <Picture person={person} isMe={isMe} /> : <Initials person={person} />}
      <span className={styles.plate} title={person.name}>
        <MicrophoneSign state={microphone} />
        <bdi className={styles.name}>{person.name}</bdi>
        <span className={styles.role}>{isMe ? t.you : t.role[person.role]}</span>
      </span>
      <span className={styles.corner}>
        {place !== null && (
          <span className={styles.hand}>
            <Hand aria-hidden size={16} strokeWidth={2.2} />
            {t.nth(place)}
          </span>
        )}
        <PersonMenu person={person} surface="glass" />
      </span>
      {isMe && <OwnSwitches me={person} />}
      {!person.present && (
        <span className={styles.trouble}>
          <WifiOff aria-hidden size={15} />
          {t.reconnectingTile}
        </span>
      )}
    </div>
  )
}

/** The picture of a person, and the initials until its first frame is there. */
function Picture({ person, isMe }: { person: PersonView; isMe: boolean }) {
  const call = useCall()
  const [arrived, setArrived] = useState(false)
  const show = useCallback(
    (video: HTMLVideoElement | null) => (video ? call.showPicture(person.id, video) : undefined),
    [call, person.id],
  )
  return (
    <>
      {!arrived && <Initials person={person} />}
      <video
        ref={show}
        className={styles.video}
        data-mirrored={isMe}
        data-arrived={arrived}
        muted
        playsInline
        autoPlay
        onPlaying={() => setArrived(true)}
        onEmptied={() => setArrived(false)}
      />
    </>
  )
}

function Initials({ person }: { person: PersonView }) {
  return (
    <span aria-hidden className={styles.initials} data-colour={colourOf(person.id)}>
      <span>{initialsOf(person.name)}</span>
    </span>
  )
}
