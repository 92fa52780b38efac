import { useId, type CSSProperties, type HTMLAttributes, type ReactNode } from 'react'
import type { Kept, PersonView } from '../../protocol/views.ts'
import { Face } from '../ui/Face.tsx'
import { useText, type Text } from '../text/text.ts'
import styles from './PersonRow.module.css'

type Shown = Pick<PersonView, 'id' | 'name' | 'role'> & Partial<Kept>
type Props = {
  person: Shown
  order?: number
  note?: ReactNode
  drag?: HTMLAttributes<HTMLLIElement>
  /** What can be answered, where there is a line for it: the row is a card then. */
  answers?: ReactNode
  /** Of a list that is not drawn whole: its place, and where it stands in how many. */
  style?: CSSProperties
  number?: number
  total?: number
  children?: ReactNode
}

/** One person in the list: face, name, role, and what can be done at the end. */
export function PersonRow({ person, order, note, drag, answers, style, number, total, children }: Props) {
  const t = useText()
  const id = useId()
  // Whom an act is done to is beside it for the eye alone.
  const acts = { role: 'group', 'aria-labelledby': id } as const
  return (
    <li
      className={styles.row}
      data-card={Boolean(answers)}
      style={style}
      aria-posinset={number}
      aria-setsize={total}
      {...drag}
    >
      {order !== undefined && <span className={styles.order}>{t.number(order)}</span>}
      <Face person={person} />
      <span className={styles.words}>
        <span className={styles.line}>
          <bdi id={id} className={styles.name} title={person.name}>
            {person.name}
          </bdi>
          {tagsOf(person, t).map((tag) => (
            <span key={tag} className={styles.tag}>
              {tag}
            </span>
          ))}
        </span>
        {note && <small>{note}</small>}
      </span>
      <span className={styles.acts} {...(children && acts)}>
        {children}
      </span>
      {answers && (
        <span className={styles.answers} {...acts}>
          {answers}
        </span>
      )}
    </li>
  )
}

function tagsOf({ role, chatModerator, custom = {} }: Shown, t: Text): string[] {
  const isCustom = Object.keys(custom).length > 0
  return [t.role[role], chatModerator ? t.chatModerator : '', isCustom ? t.customPermissions : ''].filter(Boolean)
}
