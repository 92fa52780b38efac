import { useEffect, useState } from 'react'
import type { Millis } from '../../../protocol/types.ts'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { elapsed } from '../../ui/hooks/use-elapsed.ts'
import { daysLeft, saidLeft } from './countdown-steps.ts'
import styles from './Countdown.module.css'

const SECOND = 1_000

type Props = {
  to: Millis
  /** How far the server's clock is ahead of this machine's, in ms. */
  ahead: number
  /** Called once, when the time has come. */
  onCome: () => void
}

/** How long it still takes until an instant: shown each second, said aloud only now and then. [SCHEDULE-9] */
export function Countdown({ to, ahead, onCome }: Props) {
  const words = useMessages('schedule')
  const formats = useFormats()
  const left = useLeft(to - ahead)
  const hasCome = left === 0
  useEffect(() => {
    if (hasCome) onCome()
    // oxlint-disable-next-line react/exhaustive-deps -- the time comes once, whoever is told
  }, [hasCome])
  const days = daysLeft(left)
  const said = saidLeft(left)
  const inWords = (length: Millis) => {
    const whole = daysLeft(length)
    return whole === null ? words.startsIn({ length: formats.length(length) }) : words.startsInDays({ n: whole })
  }
  return (
    <div className={styles.countdown}>
      <p className={styles.clock} role="timer" aria-label={inWords(left)} data-words={days !== null}>
        {days === null ? <Digits of={elapsed(left)} /> : <span>{words.days({ n: days })}</span>}
      </p>
      <p className={styles.said} role="status">
        {said === 0 ? words.startsNow : inWords(said)}
      </p>
    </div>
  )
}

/** A length of time as 12:34, whose digits are all as wide, so that nothing moves; read from the left in every language. */
function Digits({ of }: { of: string }) {
  return (
    <span dir="ltr">
      {of.split(/(:)/).map((part, n) => (
        <span key={n} className={part === ':' ? undefined : styles.digits}>
          {part}
        </span>
      ))}
    </span>
  )
}

/** How long it still takes by this machine's clock, in whole seconds as ms; ticks each second until the time has come. */
function useLeft(to: Millis): Millis {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((to - now) / SECOND) * SECOND)
  const hasCome = left === 0
  useEffect(() => {
    if (hasCome) return undefined
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [hasCome])
  return left
}
