import { GripVertical } from 'lucide-react'
import { useId, type CSSProperties, type HTMLAttributes, type ReactNode, type RefCallback } from 'react'
import type { PersonId } from '../../../protocol/types.ts'
import type { PersonView, Retained } from '../../../protocol/views.ts'
import { Avatar } from '../../ui/controls/Avatar.tsx'
import { PersonName } from './PersonName.tsx'
import { type Messages, useFormats, useMessages } from '../../i18n/messages.ts'
import styles from './PersonRow.module.css'
import { useNameMark } from './use-name-mark.ts'

/** What a row needs to be dragged, and to show a drag over it. */
export type RowDrag = HTMLAttributes<HTMLLIElement> & {
  ref?: RefCallback<HTMLLIElement>
  'data-hand'?: PersonId
  'data-dragged'?: boolean
  'data-over'?: 'before' | 'after' | undefined
}

type Shown = Pick<PersonView, 'id' | 'name' | 'role' | 'bot' | 'picture'> & Partial<Retained>
type Props = {
  person: Shown
  order?: number
  note?: ReactNode
  drag?: RowDrag
  /** The answers, if there is something to answer: the row is then shown as a card. */
  answers?: ReactNode
  /** For a list that is only partly drawn: its position, and its number among how many. */
  style?: CSSProperties
  number?: number
  total?: number
  children?: ReactNode
}

/** A person in the list: avatar, name, role, and the acts at the end. */
export function PersonRow({ person, order, note, drag, answers, style, number, total, children }: Props) {
  const t = useMessages('core')
  const formats = useFormats()
  const id = useId()
  const { mark, isAlike } = useNameMark(person)
  // The name of the person whom the acts concern is only beside them for the eye.
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
      {order !== undefined && (
        <span className={styles.order} data-grip={drag?.['data-hand'] !== undefined || undefined}>
          <span>{formats.number(order)}</span>
          {drag?.['data-hand'] !== undefined && <GripVertical aria-hidden size={14} />}
        </span>
      )}
      <Avatar person={person} />
      <span className={styles.words}>
        <span className={styles.line}>
          <bdi id={id} className={styles.name} title={person.name}>
            <PersonName name={person.name} />
          </bdi>
          {tagsOf(person, mark, t).map((tag) => (
            <span key={tag} className={styles.tag} data-alike={isAlike && tag === mark}>
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

function tagsOf({ chatModerator, custom = {} }: Shown, mark: string, t: Messages['core']): string[] {
  const isCustom = Object.keys(custom).length > 0
  return [mark, chatModerator ? t.chatModerator : '', isCustom ? t.customPermissions : ''].filter(Boolean)
}
