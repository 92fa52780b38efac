import type { PersonView } from '../../protocol/views.ts'
import { Button } from '../ui/Button.tsx'
import { Answers, Sheet } from '../ui/Sheet.tsx'
import { useText } from '../text/text.ts'
import { useCall } from '../ui/use-live.ts'

/** Asks once more, and for how long. [REMOVE-1] [REMOVE-2] */
export function RemoveFromRoom({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useText()
  const call = useCall()
  const remove = (lasting: boolean) => {
    void call.ask({ type: 'removeFromRoom', person: person.id, lasting })
    onClose()
  }
  return (
    <Sheet title={t.removeSure(person.name)} role="alertdialog" onClose={onClose}>
      <p>{t.removeHelp}</p>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="danger-quiet" onPress={() => remove(true)}>
          {t.removeLasting}
        </Button>
        <Button look="danger" onPress={() => remove(false)}>
          {t.removeForSession}
        </Button>
      </Answers>
    </Sheet>
  )
}
