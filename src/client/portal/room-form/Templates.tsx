import { useState } from 'react'
import type { RoomForm, Templates as All } from '../../../protocol/rooms.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { useSend } from '../use-send.ts'
import { deleteTemplate } from './api.ts'
import styles from './RoomForm.module.css'

type Props = { templates: All['templates']; onPick: (form: RoomForm | null) => void; onDeleted: () => void }

/** What a new room can start from: one's own templates. [ROOM-10] */
export function Templates({ templates, onPick, onDeleted }: Props) {
  const words = useMessages('room-form')
  const [picked, setPicked] = useState('')
  const { send, fault } = useSend()
  const pick = (id: string) => {
    setPicked(id)
    onPick(templates.find((each) => each.id === id)?.form ?? null)
  }
  const remove = async () => {
    if (!(await send(async () => await deleteTemplate(picked)))) return
    setPicked('')
    onDeleted()
  }
  return (
    <section className={styles.templates} aria-label={words.startFrom}>
      <Select
        label={words.startFrom}
        value={picked}
        onChange={pick}
        choices={[{ value: '', name: words.nothing }, ...templates.map(({ id, name }) => ({ value: id, name }))]}
      />
      {picked !== '' && (
        <Button look="danger-quiet" onPress={() => void remove()}>
          {words.deleteTemplate}
        </Button>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </section>
  )
}
