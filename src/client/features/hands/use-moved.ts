import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'

/** Why the order is another one than that of raising. [HAND-6] */
export function useMoved(): string {
  const t = useMessages('core')
  const moved = useLive((state) => state.audience.moved)
  return moved ? t.handMoved({ who: moved.by, whose: moved.name }) : ''
}
