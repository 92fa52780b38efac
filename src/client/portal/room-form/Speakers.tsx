import type { RoomAbout } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Avatar } from '../../ui/controls/Avatar.tsx'
import styles from './Speakers.module.css'

/** Who speaks in a room. */
export function Speakers({ speakers }: Pick<RoomAbout, 'speakers'>) {
  const t = useMessages('core')
  return (
    <ul className={styles.speakers}>
      {speakers.map(({ name, role }, n) => (
        <li key={n} className={styles.speaker}>
          <Avatar person={{ id: name, name }} />
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className={styles.role}>{t.role[role]}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
