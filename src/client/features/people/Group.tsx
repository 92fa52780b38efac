import { ChevronDown } from 'lucide-react'
import { Children, type ReactNode } from 'react'
import { useRemembered } from '../../ui/hooks/use-remembered.ts'
import styles from './Group.module.css'
import { useMore } from './use-more.tsx'

type Frame = {
  /** The name under which it is stored whether the group is folded. */
  id: string
  name: string
  count: string
  mark: 'hand' | 'floor' | 'wait' | 'none'
  note?: string
  /** The acts on the whole group. */
  acts?: ReactNode
  foot?: ReactNode
  /** During a search, a group is unfolded and shown whole. */
  isWhole: boolean
}

const STEPS = { first: 10, more: 50 }

/** A group of the list with its count, its first rows, and a button for more. */
export function Group({ children, acts, ...frame }: Omit<Frame, 'foot'> & { children: ReactNode }) {
  const rows = Children.toArray(children)
  const { shown, foot, head } = useMore(rows.length, STEPS, frame.isWhole)
  const all = (
    <>
      {acts}
      {head}
    </>
  )
  return (
    <GroupFrame {...frame} acts={all} foot={foot}>
      <ul>{rows.slice(0, shown)}</ul>
    </GroupFrame>
  )
}

/** The head of a group, which folds it. The colour of its dot has a meaning, and is never the only sign of it. */
export function GroupFrame({
  id,
  name,
  count,
  mark,
  note,
  acts,
  foot,
  isWhole,
  children,
}: Frame & { children: ReactNode }) {
  const [isFolded, setFolded] = useRemembered(`folded.${id}`, false)
  const isOpen = isWhole || !isFolded
  return (
    <div role="group" aria-label={`${name}, ${count}`} className={styles.group}>
      <div className={styles.head}>
        <h2>
          <button
            type="button"
            className={styles.fold}
            data-mark={mark}
            aria-expanded={isOpen}
            onClick={() => setFolded(isOpen)}
          >
            <ChevronDown aria-hidden size={16} strokeWidth={2.2} />
            <span>{`${name} `}</span>
            <span className={styles.count}>{count}</span>
          </button>
        </h2>
        {acts}
      </div>
      {isOpen && note && <p className={styles.note}>{note}</p>}
      {isOpen && children}
      {isOpen && foot && <div className={styles.foot}>{foot}</div>}
    </div>
  )
}
