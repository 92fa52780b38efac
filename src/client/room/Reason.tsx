import { useState } from 'react'
import type { Hand } from '../../protocol/views.ts'
import { Button } from '../ui/Button.tsx'
import { later } from '../ui/later.tsx'
import { useText } from '../text/text.ts'

const ReasonSheet = later(async () => (await import('./ReasonSheet.tsx')).ReasonSheet)

/** Why the own hand is up, for those who run the room; never asked for. [HAND-5] */
export function Reason({ hand }: { hand: Hand }) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" onPress={() => setIsOpen(true)}>
        {hand.reason ? t.changeReason : t.giveReason}
      </Button>
      {isOpen && <ReasonSheet was={hand.reason} onClose={() => setIsOpen(false)} />}
    </>
  )
}
