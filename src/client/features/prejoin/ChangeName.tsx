import { useState } from 'react'
import { readName } from '../../../protocol/names.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './ChangeName.module.css'

/** The field for changing one's own name. [NAME-3] */
export function ChangeName({ onClose }: { onClose: () => void }) {
  const t = useMessages('core')
  const words = useMessages('portal')
  const call = useCall()
  const was = useLive((state) => state.you?.name ?? '')
  const [typed, setTyped] = useState(was)
  const [fault, setFault] = useState('')
  const save = async () => {
    const read = readName(typed)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    if ((await call.ask({ type: 'changeName', name: typed })) === null) onClose()
    return undefined
  }
  return (
    <Sheet title={t.changeName} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label={t.yourName} value={typed} onChange={setTyped} fault={fault} autoComplete="name" />
        <p>{words.changeNameHelp}</p>
        <Answers>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit">
            {t.changeName}
          </Button>
        </Answers>
      </form>
    </Sheet>
  )
}
