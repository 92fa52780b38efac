import { MessageSquareText } from 'lucide-react'
import { use } from 'react'
import type { Hand } from '../../protocol/views.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useIsTight } from '../ui/is-phone.ts'
import { ComingOver } from '../ui/Coming.tsx'
import { later } from '../ui/later.tsx'
import { useText } from '../text/text.ts'
import { OpenOver } from './over-room.ts'

const ReasonSheet = later(async () => (await import('./ReasonSheet.tsx')).ReasonSheet, <ComingOver />)

/** Why the own hand is up, for those who run the room; never asked for. [HAND-5] */
export function Reason({ hand }: { hand: Hand }) {
  const t = useText()
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
