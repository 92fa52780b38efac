import { MessageSquareText } from 'lucide-react'
import { use } from 'react'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { later } from '../../ui/hooks/lazy-part.tsx'
import { useIsSmall } from '../../ui/hooks/is-phone.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { OpenOver } from '../room/over-room.ts'
import type { Tool } from '../toolbar/tool.ts'

const ReasonSheet = later(async () => (await import('./ReasonSheet.tsx')).ReasonSheet, <ComingOver />)

/** Why the own hand is up, where the place line may have no room to ask. [HAND-5] */
export function useReasonTool(): Tool | null {
  const t = useMessages('core')
  const isSmall = useIsSmall()
  const open = use(OpenOver)
  const reason = useLive((state) => state.session.hands.get(state.you?.id ?? '')?.reason ?? null)
  if (!isSmall || reason === null) return null
  const name = reason ? t.changeReason : t.giveReason
  return {
    id: 'reason',
    icon: MessageSquareText,
    name,
    short: name,
    yields: -1,
    press: () => open(<ReasonSheet was={reason} onClose={() => open(null)} />),
  }
}
