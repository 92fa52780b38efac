import { Button } from '../../ui/controls/Button.tsx'
import { Answers, Sheet } from '../../ui/overlays/Sheet.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'

/** The end for everyone, asked once more, with how many it would be. [SESSION-3] */
export function EndSure({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const inside = useLive((state) => state.audience.viewers + state.audience.onStage)
  return (
    <Sheet title={words.endSure} role="alertdialog" onClose={onClose}>
      <p>{words.endHelp({ n: inside })}</p>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="danger" onPress={() => void call.ask({ type: 'endSession' })}>
          {t.endSession}
        </Button>
      </Answers>
    </Sheet>
  )
}
