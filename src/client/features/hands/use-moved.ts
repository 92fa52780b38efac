import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'

/** Who moved whose hand, if the order is not that of raising any more. [HAND-6] */
export function useMoved(): string {
  const t = useMessages('core')
  const moved = useLive((state) => state.audience.moved)
  return moved ? t.handMoved({ who: moved.by, whose: moved.name }) : ''
}
