import type { PersonView } from '../../../protocol/views.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useCall } from '../../state/use-call.ts'
import { useMarked } from '../people/index.ts'

/** Asks before removing a person, and for how long. [REMOVE-1] [REMOVE-2] */
export function RemoveFromRoom({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('moderation')
  const call = useCall()
  const named = useMarked()
  const remove = (lasting: boolean) => {
    void call.ask({ type: 'removeFromRoom', person: person.id, lasting })
    onClose()
  }
  return (
    <Sheet title={words.removeSure({ name: named(person.name) })} role="alertdialog" onClose={onClose}>
      <p>{words.removeHelp}</p>
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
        <Button look="danger-quiet" onPress={() => remove(true)}>
          {words.removeLasting}
        </Button>
        <Button look="danger" onPress={() => remove(false)}>
          {words.removeForSession}
        </Button>
      </Answers>
    </Sheet>
  )
}
