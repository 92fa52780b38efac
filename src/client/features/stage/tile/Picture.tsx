import { useCallback, useState } from 'react'
import type { PersonView } from '../../../../protocol/views.ts'
import { colourOf } from '../../../ui/controls/Avatar.tsx'
import { Face } from '../../../ui/controls/Face.tsx'
import { initialsOf } from '../../../ui/controls/initials.ts'
import { useCall, useDevices } from '../../../state/use-call.ts'
import { useLook } from '../../../state/stage-view.ts'
import styles from './Tile.module.css'

/** The video of a person, with the initials until its first frame. */
export function Picture({ person, isMe }: { person: PersonView; isMe: boolean }) {
  const call = useCall()
  const isMirrored = useDevices((state) => state.mirror && state.facing === 'user')
  const isFitted = useLook((look) => look.fitted.has(person.id))
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
        data-mirrored={isMe && isMirrored}
        data-arrived={arrived}
        data-fitted={isFitted}
        muted
        playsInline
        autoPlay
        onPlaying={() => setArrived(true)}
        onEmptied={() => setArrived(false)}
      />
    </>
  )
}

/** The picture of a person's account, or the initials on the person's colour. [TILE-3] */
export function Initials({ person }: { person: PersonView }) {
  return (
    <span aria-hidden className={styles.initials} data-colour={colourOf(person.id)}>
      <span>
        <span>{initialsOf(person.name)}</span>
        <Face picture={person.picture} />
      </span>
    </span>
  )
}
