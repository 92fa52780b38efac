import { Hand, WifiOff } from 'lucide-react'
import type { PersonView } from '../../protocol/views.ts'
import { MicrophoneSign } from '../ui/MicrophoneSign.tsx'
import { useText } from '../ui/text.ts'
import { useLive } from '../ui/use-live.ts'
import type { Box } from './layout.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { OwnSwitches } from './OwnSwitches.tsx'
import { Initials, Picture } from './Picture.tsx'
import styles from './Tile.module.css'
import { useHandPlace } from './use-hand-place.ts'
import { useMicrophoneState } from './use-microphone-state.ts'

/** One person on stage: the picture or the initials, the name, and what the microphone does. [TILE-1] to [TILE-3] */
export function Tile({ person, box }: { person: PersonView; box: Box }) {
  const t = useText()
  const isMe = useLive((state) => state.you?.id === person.id)
  const microphone = useMicrophoneState(person)
  const place = useHandPlace(person.id)
  return (
    <div
      role="group"
      aria-label={t.tile(person.name, t.mic[microphone], person.camera ? t.mic.on : t.mic.off)}
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
