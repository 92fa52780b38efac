import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../i18n/messages.ts'
import { useLive } from '../../../state/use-call.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Sheet } from '../../../ui/overlays/Sheet.tsx'
import { Answers, SheetFault } from '../../../ui/overlays/SheetFoot.tsx'
import { usePresent } from '../index.ts'
import { makeBoard } from '../board-api.ts'

/** Makes a whiteboard and presents it; where somebody else presents, that is asked next. [BOARD-1] */
export function OpenWhiteboard({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('room')
  const room = useLive(({ session }) => session.room)
  const present = usePresent()
  const [fault, setFault] = useState('')
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    void makeBoard(room, words.whiteboard).then((made) => {
      if ('ok' in made) {
        onClose()
        return present(made.ok.board)
      }
      setFault('refused' in made ? t.refusal[made.refused.refusal] : t.refusal['server-fault'])
      return undefined
    })
  }, [room, words, t, present, onClose])
  if (fault === '') return null
  return (
    <Sheet title={words.whiteboard} onClose={onClose}>
      <SheetFault>{fault}</SheetFault>
      <Answers>
        <Button onPress={onClose}>{t.close}</Button>
      </Answers>
    </Sheet>
  )
}
