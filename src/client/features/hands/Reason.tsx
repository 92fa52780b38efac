import { MessageSquareText } from 'lucide-react'
import { use } from 'react'
import type { Hand } from '../../../protocol/views.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { useIsTight } from '../../ui/hooks/is-phone.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { OpenOver } from '../../state/over-room.ts'

const ReasonSheet = lazyPart(async () => (await import('./ReasonSheet.tsx')).ReasonSheet, <ComingOver />)

/** The reason of one's own raised hand, for the moderators; optional. [HAND-5] */
export function Reason({ hand }: { hand: Hand }) {
  const t = useMessages('core')
  const open = use(OpenOver)
  const ask = () => open(<ReasonSheet was={hand.reason} onClose={() => open(null)} />)
  const isTight = useIsTight()
  const words = hand.reason ? t.changeReason : t.giveReason
  return isTight ? (
    <IconButton icon={MessageSquareText} label={words} onPress={ask} />
  ) : (
    <Button size="small" onPress={ask}>
      {words}
    </Button>
  )
}
