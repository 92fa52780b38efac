import { useEffect, useState } from 'react'
import type { Content } from '../../../../protocol/presenting/content.ts'
import { useCall } from '../../../state/use-call.ts'

// What was pressed is shown before it is answered, for this long.
const PRESSED_MS = 2_000

/** Which page one sees, whether that is one's own alone, and how it is turned. */
export type Turning = {
  page: number
  /** The last page that one can turn to. */
  last: number
  /** One looks at another page than everybody. */
  isAway: boolean
  turnTo: (page: number) => void
  follow: () => void
}

/**
 * Turns pages: for everybody where one leads, shown here at once; else for oneself, as far as everybody was shown, until one follows again.
 * [PRESENT-4] [LOOK-1]
 */
export function useTurning({ item, page, furthest }: Content, leads: boolean): Turning {
  const call = useCall()
  const [pressed, setPressed] = useState<number | null>(null)
  const [own, setOwn] = useState<number | null>(null)
  const last = leads ? (item.pages ?? 1) : furthest
  if (pressed === page) setPressed(null)
  useEffect(() => {
    if (pressed === null) return undefined
    // Somebody else may have turned after it.
    const timer = setTimeout(() => setPressed(null), PRESSED_MS)
    return () => clearTimeout(timer)
  }, [pressed, page])
  const led = pressed ?? page
  const within = (wanted: number) => Math.max(1, Math.min(wanted, last))
  return {
    page: leads ? led : within(own ?? page),
    last,
    isAway: !leads && own !== null && own !== page,
    turnTo(wanted) {
      const to = within(wanted)
      if (!leads) return setOwn(to === page ? null : to)
      if (to === led) return undefined
      setPressed(to)
      void call.ask({ type: 'turnPage', document: item.document, page: to }).then((no) => no && setPressed(null))
      return undefined
    },
    follow: () => setOwn(null),
  }
}
