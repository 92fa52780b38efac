import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { useMessages } from '../../i18n/messages.ts'

/** How many rows of a long group are shown at first, and how many more with each press. */
type Steps = { first: number; more: number }

/** How much of a group is shown: the number of rows, *See more* for its foot and *See less* for its head. */
export function useMore(total: number, { first, more }: Steps, isWhole: boolean) {
  const t = useMessages('core')
  const words = useMessages('room')
  const [most, setMost] = useState(first)
  const shown = isWhole ? total : Math.min(total, most)
  const foot: ReactNode = shown < total && (
    <Button look="quiet" size="small" onPress={() => setMost(most + more)}>
      {t.seeMore}
    </Button>
  )
  const head: ReactNode = !isWhole && most > first && total > first && (
    <Button look="quiet" size="small" onPress={() => setMost(first)}>
      {words.seeLess}
    </Button>
  )
  return { shown, foot, head }
}
