import { useEffect } from 'react'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { useRowHeight } from '../../ui/hooks/use-row-height.ts'
import { GroupFrame, PersonRow, RowMenu, useMore, useViewers } from '../people/index.ts'
import { useVisibleRows } from './use-visible-rows.ts'
import styles from './Viewers.module.css'

const STEPS = { first: 20, more: Infinity }

type Props = { search: string; onFound: (total: number) => void }

/** The viewers: their number, and the names that are in sight. [AUDIENCE-5] */
export function Viewers({ search, onFound }: Props) {
  const t = useMessages('core')
  const formats = useFormats()
  const count = useLive((state) => state.audience.viewers - state.session.backstage.size)
  const height = useRowHeight()
  const [first, last, measure] = useVisibleRows(height)
  const { total, from, rows } = useViewers(search, first, last)
  const isWhole = search !== ''
  const { shown, foot, head } = useMore(total, STEPS, isWhole)
  useEffect(() => onFound(total), [onFound, total])
  if (total === 0) return null
  const numbers = Array.from({ length: Math.max(0, Math.min(last, shown) - first) }, (_, n) => first + n)
  return (
    <GroupFrame
      id="viewers"
      name={t.viewersGroup}
      count={formats.number(isWhole ? total : count)}
      mark="none"
      isWhole={isWhole}
      acts={head}
      foot={foot}
    >
      <ul ref={measure} className={styles.list} style={{ blockSize: shown * height }}>
        {numbers.map((n) => {
          const person = rows[n - from]
          const style = { insetBlockStart: n * height, blockSize: height }
          return person ? (
            <PersonRow
              key={person.id}
              person={person}
              note={person.invitation ? t.isInvited : ''}
              style={style}
              number={n + 1}
              total={total}
            >
              <RowMenu person={person} />
            </PersonRow>
          ) : (
            <li key={n} className={styles.coming} style={style} />
          )
        })}
      </ul>
    </GroupFrame>
  )
}
