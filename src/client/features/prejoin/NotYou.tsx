import { useState } from 'react'
import { forgetGuest } from '../../portal/api.ts'
import { wayInto } from '../../portal/opened-link.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { navigate } from 'wouter/use-browser-location'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useCall, useLive } from '../../state/use-call.ts'

/** Asks whether this browser is to forget who used it before, on a machine that others use too. */
export function NotYou({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('portal')
  const call = useCall()
  const you = useLive((state) => state.you)
  const room = useLive((state) => state.session.room)
  const [isAway, setIsAway] = useState(false)
  const goOn = async () => {
    const answer = await forgetGuest()
    if (!('ok' in answer)) return setIsAway(true)
    call.devices.close()
    return navigate(wayInto(room), { replace: true })
  }
  return (
    <Sheet title={words.notYouSure({ name: you?.name ?? '' })} role="alertdialog" onClose={onClose}>
      <p>{words.notYouHelp}</p>
      {you?.role === 'host' && <p>{words.notYouHost}</p>}
      {isAway && <p role="alert">{t.unreachable}</p>}
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="primary" onPress={() => void goOn()}>
          {words.goOnAsOther}
        </Button>
      </Answers>
    </Sheet>
  )
}
