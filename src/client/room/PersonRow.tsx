import type { ReactNode } from 'react'
import type { PersonView } from '../../protocol/views.ts'
import { Face } from '../ui/Face.tsx'
import { useText } from '../ui/text.ts'
import styles from './PersonRow.module.css'

type Props = { person: Pick<PersonView, 'id' | 'name' | 'role'>; order?: number; note?: string; children?: ReactNode }

/** One person in the list: face, name, role, and what can be done at the end. */
export function PersonRow({ person, order, note, children }: Props) {
  const t = useText()
  return (
    <li className={styles.row}>
      {order !== undefined && <span className={styles.order}>{order}</span>}
      <Face person={person} />
      <span className={styles.words}>
        <span className={styles.line}>
          <bdi className={styles.name} title={person.name}>
            {person.name}
          </bdi>
          {t.role[person.role] && <span className={styles.tag}>{t.role[person.role]}</span>}
        </span>
        {note && <small>{note}</small>}
      </span>
      <span className={styles.acts}>{children}</span>
    </li>
  )
}
