import { Hand, Pin, WifiLow, WifiOff } from 'lucide-react'
import { useState } from 'react'
import type { PersonView } from '../../../../protocol/views.ts'
import { isLocked } from '../../../../rules/moderation/is-locked.ts'
import { lazyPart } from '../../../ui/hooks/lazy-part.tsx'
import { MicrophoneSign } from '../../../ui/controls/MicrophoneSign.tsx'
import { marked, PersonName, useMicrophoneState, useNameMark } from '../../people/index.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useLive } from '../../../state/use-call.ts'
import type { Box } from '../layout/layout.ts'
import { Initials, Picture } from './Picture.tsx'
import { placed } from './tile-place.ts'
import styles from './Tile.module.css'
import { useHandPlace } from '../../hands/index.ts'

// Only people who come on stage have them.
const OwnSwitches = lazyPart(async () => (await import('./OwnSwitches.tsx')).OwnSwitches)

// Loaded when a tile is first pointed at: a large stage is drawn without fifty menus that nobody sees.
const TileTools = lazyPart(async () => (await import('./TileTools.tsx')).TileTools)

/** `isFirst`: the tile at which Tab stops; arrow keys go on from there. */
type Props = { person: PersonView; box: Box; inFilmstrip: boolean; isMain: boolean; isFirst: boolean }

/** A person on stage: video or initials, the name, and the microphone's state. [TILE-1] to [TILE-3] */
export function Tile({ person, box, inFilmstrip, isMain, isFirst }: Props) {
  const t = useMessages('core')
  const isMe = useLive((state) => state.you?.id === person.id)
  const microphone = useMicrophoneState(person)
  const place = useHandPlace(person.id)
  const { isAlike } = useNameMark(person)
  const named = isAlike ? marked(person.name, t) : person.name
  const [wasPointed, setWasPointed] = useState(false)
  const point = () => setWasPointed(true)
  const pointing = { onPointerEnter: point, onFocus: point }
  return (
    <div
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys walk the tiles, and Tab opens one's buttons
      tabIndex={isFirst ? 0 : -1}
      aria-label={t.tile({ name: named, mic: t.mic[microphone], camera: person.camera ? t.mic.on : t.mic.off })}
      className={styles.tile}
      data-tile={person.id}
      {...pointing}
      data-microphone={microphone}
      data-present={person.present}
      style={placed(box, inFilmstrip)}
    >
      {person.camera ? <Picture person={person} isMe={isMe} /> : <Initials person={person} />}
      <span className={styles.top}>
        <Plate person={person} isMe={isMe} />
        <span className={styles.corner}>
          {place !== null && (
            <span className={styles.hand}>
              <Hand aria-hidden size={16} strokeWidth={2.2} />
              <span>{t.nth({ n: place })}</span>
            </span>
          )}
          <Pinned person={person} />
          {wasPointed && <TileTools person={person} isMain={isMain} />}
          {isMe && <OwnSwitches me={person} />}
        </span>
      </span>
      <Trouble person={person} isMe={isMe} />
    </div>
  )
}

/** The name and the microphone's state; with a lock if it is locked. */
function Plate({ person, isMe }: { person: PersonView; isMe: boolean }) {
  const t = useMessages('core')
  const words = useMessages('stage')
  const microphone = useMicrophoneState(person)
  const level = useLive((state) => state.speaking.get(person.id) ?? 0)
  const lock = useLive((state) => isLocked(state.session, person, 'microphone'))
  const { mark: role, isAlike } = useNameMark(person)
  return (
    <span className={styles.plate} title={person.name}>
      <MicrophoneSign state={lock ? 'locked' : microphone} level={level} />
      <bdi className={styles.name}>
        <PersonName name={person.name} />
      </bdi>
      <span className={styles.role} data-alike={isAlike}>
        {!isMe ? role : role ? words.youAnd[person.role] : t.you}
      </span>
    </span>
  )
}

/** The pin of everybody's main camera. [MAIN-1] */
function Pinned({ person }: { person: PersonView }) {
  const words = useMessages('stage')
  const isPinned = useLive((state) => state.session.mainCamera === person.id)
  if (!isPinned) return null
  return (
    <span className={styles.pin} role="img" aria-label={words.isMainForAll} title={words.isMainForAll}>
      <Pin aria-hidden size={16} strokeWidth={2.2} />
    </span>
  )
}

/** What is wrong with the connection, in words; only if it matters. */
function Trouble({ person, isMe }: { person: PersonView; isMe: boolean }) {
  const t = useMessages('core')
  const words = useMessages('stage')
  const quality = useLive((state) => state.quality.get(person.id) ?? 'good')
  const talksMuted = useLive((state) => isMe && !person.microphone && state.talksMuted)
  if (!person.present) return <span className={styles.away}>{t.reconnectingTile}</span>
  if (talksMuted) return <span className={styles.muted}>{words.youAreMuted}</span>
  if (quality === 'good') return null
  const Sign = quality === 'weak' ? WifiLow : WifiOff
  return (
    <span className={styles.trouble}>
      <Sign aria-hidden size={15} strokeWidth={2.2} />
      <span>{words[quality]}</span>
    </span>
  )
}
