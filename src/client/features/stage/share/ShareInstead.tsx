import { holderOf } from '../../../../rules/content/main-place.ts'
import { whyNotShare } from '../../../../rules/share/share.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Sheet } from '../../../ui/overlays/Sheet.tsx'
import { Answers } from '../../../ui/overlays/SheetFoot.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { useCall, useLive } from '../../../state/use-call.ts'
import { useMarked } from '../../people/index.ts'

/** The question before taking over the share of another person. [SHARE-3] */
export function ShareInstead({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const room = useMessages('room')
  const words = useMessages('screen-share')
  const call = useCall()
  const named = useMarked()
  const sharer = useLive((state) => holderOf(state.session))
  const name = named(useLive((state) => state.session.people.get(sharer ?? '')?.name ?? ''))
  const isFree = useLive((state) => state.me !== null && whyNotShare(state.session, state.me) === null)
  // Nobody shares any more.
  if (sharer === null) return null
  const share = () => {
    onClose()
    void call.share(sharer)
  }
  return (
    <Sheet title={isFree ? words.insteadOf({ name }) : words.isSharing({ name })} role="alertdialog" onClose={onClose}>
      <p>{isFree ? words.insteadHelp({ name }) : words.sharerFirst}</p>
      <Answers>
        <Button onPress={onClose}>{isFree ? t.cancel : t.close}</Button>
        {isFree && (
          <Button look="primary" onPress={share}>
            {room.shareScreen}
          </Button>
        )}
      </Answers>
    </Sheet>
  )
}
