import { DoorClosed, DoorOpen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { can } from '../../rules/policy.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, type Act } from '../ui/Menu.tsx'
import { Answers, Sheet } from '../ui/Sheet.tsx'
import { useText } from '../ui/text.ts'
import { useCall, useLive } from '../ui/use-live.ts'

/** The door: out alone, or the end for everyone, which is asked once more. */
export function LeaveMenu({ children }: { children: ReactNode }) {
  const t = useText()
  const call = useCall()
  const [isSure, setIsSure] = useState(false)
  const mayEnd = useLive((state) => state.me !== null && can(state.me, 'endSession'))
  const inside = useLive((state) => state.audience.viewers + state.audience.onStage)
  const leave: Act = { id: 'leave', name: t.leaveSession, icon: DoorOpen, run: () => void call.leave() }
  const end: Act = { id: 'end', name: t.endSession, icon: DoorClosed, stops: true, run: () => setIsSure(true) }
  return (
    <>
      <Menu label={t.leave} acts={mayEnd ? [leave, end] : [leave]}>
        {children}
      </Menu>
      {isSure && (
        <Sheet title={t.endSure} role="alertdialog" onClose={() => setIsSure(false)}>
          <p>{t.endHelp(inside)}</p>
          <Answers>
            <Button onPress={() => setIsSure(false)}>{t.cancel}</Button>
            <Button look="danger" onPress={() => void call.ask({ type: 'endSession' })}>
              {t.endSession}
            </Button>
          </Answers>
        </Sheet>
      )}
    </>
  )
}
