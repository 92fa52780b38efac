import { useEffect, useState } from 'react'
import { useIsStill } from '../../ui/hooks/is-still.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import { CLEAR, gone, numbersOf, risen, settled } from './reaction-flight.ts'
import styles from './Reactions.module.css'
import { ReactionSign } from './ReactionSign.tsx'

/** The reactions of the room: a few pictures that rise beside the stage, and numbers if there are many. [REACT-7] */
export function Reactions() {
  const words = useMessages('reactions')
  const formats = useFormats()
  const call = useCall()
  const isStill = useIsStill()
  const [air, setAir] = useState(CLEAR)
  useEffect(
    () =>
      call.watchReactions((reactions) => {
        // Nothing starts while the page is hidden: it would all rise at once when the page is seen again.
        setAir((before) => risen(before, reactions, Date.now(), isStill || document.hidden))
      }),
    [call, isStill],
  )
  useEffect(() => {
    if (air.tallies.length === 0) return undefined
    const first = Math.min(...air.tallies.map(({ until }) => until))
    const timer = setTimeout(() => setAir((before) => settled(before, Date.now())), first - Date.now())
    return () => clearTimeout(timer)
  }, [air.tallies])
  const numbers = numbersOf(air, isStill)
  return (
    <div className={styles.air}>
      {air.flyers.map(({ id, reaction, lane, late }) => (
        <span
          key={id}
          aria-hidden
          className={styles.flyer}
          style={{ insetInlineStart: `${lane * 12}%`, animationDelay: `${late}ms` }}
          onAnimationEnd={() => setAir((before) => gone(before, id))}
        >
          <ReactionSign reaction={reaction} />
        </span>
      ))}
      {numbers.length > 0 && (
        <ul aria-label={words.reactions} className={styles.numbers}>
          {numbers.map(({ reaction, count }) => (
            <li key={reaction} className={styles.number}>
              <span role="img" aria-label={words.reaction[reaction]}>
                <ReactionSign reaction={reaction} />
              </span>
              <b>{formats.number(count)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
