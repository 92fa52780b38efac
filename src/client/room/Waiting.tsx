import { Button } from '../ui/Button.tsx'
import { useText } from '../text/text.ts'
import { Trouble } from '../ui/Trouble.tsx'
import { useCall, useLive } from '../ui/use-live.ts'

/** The waiting room: where one stands, and that there is nothing to do. [WAIT-5] */
export function Waiting() {
  const t = useText()
  const call = useCall()
  const place = useLive((state) => state.place)
  return (
    <Trouble title={t.waiting} help={t.waitingHelp(place)}>
      <Button size="large" onPress={() => void call.ask({ type: 'leave' })}>
        {t.stopWaiting}
      </Button>
    </Trouble>
  )
}
