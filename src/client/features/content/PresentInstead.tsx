import type { DocumentId } from '../../../protocol/types.ts'
import { holderOf, whyNotMain } from '../../../rules/content/main-place.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { useMarked } from '../people/index.ts'

type Props = { document: DocumentId; page: number; onClose: () => void }

/** The question before taking the main place from another person. [PRESENT-3] */
export function PresentInstead({ document, page, onClose }: Props) {
  const t = useMessages('core')
  const words = useMessages('content')
  const call = useCall()
  const named = useMarked()
  const holder = useLive(({ session }) => holderOf(session))
  const name = named(useLive(({ session }) => session.people.get(holder ?? '')?.name ?? ''))
  const isFree = useLive(({ session, me }) => me !== null && whyNotMain(session, me) === null)
  const proceed = () => {
    onClose()
    void call.ask({ type: 'presentContent', document, page, instead: holder })
  }
  return (
    <Sheet title={words.insteadOf({ name })} role="alertdialog" onClose={onClose}>
      <p>{isFree ? words.insteadHelp({ name }) : t.refusal['sharer-first']}</p>
      <Answers>
        <Button onPress={onClose}>{isFree ? t.cancel : t.close}</Button>
        {isFree && (
          <Button look="primary" onPress={proceed}>
            {words.proceed}
          </Button>
        )}
      </Answers>
    </Sheet>
  )
}
