import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Links } from '../../protocol/http.ts'
import type { LinkRole, RoomId } from '../../protocol/types.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Sheet } from './Sheet.tsx'
import { Answers } from '../ui/overlays/SheetFoot.tsx'
import { revokeLink } from './api.ts'
import styles from './RevokeLink.module.css'

type Props = { room: RoomId; role: LinkRole; onDone: (links: Links) => void }

/** Revokes a link after a question, and shows the new one. [LINK-1] */
export function RevokeLink({ room, role, onDone }: Props) {
  const t = useMessages('core')
  const words = useMessages('portal')
  const [isSure, setIsSure] = useState(false)
  const [fault, setFault] = useState('')
  const close = () => {
    setIsSure(false)
    setFault('')
  }
  const revoke = async () => {
    const answer = await revokeLink(room, role)
    if ('unreachable' in answer) return setFault(t.unreachable)
    if ('refused' in answer) return setFault(t.refusal[answer.refused.refusal])
    onDone(answer.ok)
    return close()
  }
  return (
    <>
      <div className={styles.revoke}>
        <Button look="quiet" size="small" icon={RotateCcw} onPress={() => setIsSure(true)}>
          {words.revoke[role]}
        </Button>
      </div>
      {isSure && (
        <Sheet title={words.revokeSure[role]} role="alertdialog" onClose={close}>
          <p>{words.revokeHelp}</p>
          {fault && <p role="alert">{fault}</p>}
          <Answers>
            <Button onPress={close}>{t.cancel}</Button>
            <Button look="danger" onPress={() => void revoke()}>
              {words.revokeNow}
            </Button>
          </Answers>
        </Sheet>
      )}
    </>
  )
}
