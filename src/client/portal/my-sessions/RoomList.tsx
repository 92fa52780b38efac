import { useId } from 'react'
import type { MyView } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import styles from './MySessions.module.css'
import type { Said } from './Notice.tsx'
import { RoomRow } from './RoomRow.tsx'
import type { RoomWindow } from './use-my-rooms.ts'

type Props = {
  view: MyView
  list: RoomWindow | 'away' | null
  onDone: (what: Said) => void
  /** It is there also while nothing is in it. */
  isAlways?: boolean
}

/** The rooms of a view, under its name. */
export function RoomList({ view, list, onDone, isAlways = false }: Props) {
  const t = useMessages('core')
  const words = useMessages('my-sessions')
  const id = useId()
  if (!list || list === 'away' || (list.rooms.length === 0 && !isAlways)) return null
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id} className={styles.heading}>
        {words.views[view]}
      </h2>
      {list.rooms.length === 0 ? (
        <p className={styles.help}>{words.nothingFound}</p>
      ) : (
        <ul className={styles.list}>
          {list.rooms.map((room) => (
            <RoomRow key={room.room} room={room} view={view} now={list.now} onDone={onDone} />
          ))}
        </ul>
      )}
      {list.more && (
        <div>
          <Button look="quiet" onPress={list.more}>
            {t.seeMore}
          </Button>
        </div>
      )}
    </section>
  )
}
