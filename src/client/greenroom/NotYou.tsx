import { useState } from 'react'
import { forgetGuest } from '../portal/api.ts'
import { wayInto } from '../portal/opened-link.ts'
import { usePortalText, useText } from '../text/text.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/navigate.ts'
import { Answers, Sheet } from '../ui/Sheet.tsx'
import { useCall, useLive } from '../ui/use-live.ts'

/** Asks once more whether this browser is to forget who was here before: on a machine that others use too. */
export function NotYou({ onClose }: { onClose: () => void }) {
  const t = useText()
  const words = usePortalText()
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
    <Sheet title={words.notYouSure(you?.name ?? '')} role="alertdialog" onClose={onClose}>
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
