import { useDeferredValue, useState } from 'react'
import type { AdminPerson } from '../../../protocol/accounts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Sheet } from '../Sheet.tsx'
import { Answers } from '../../ui/overlays/SheetFoot.tsx'
import { AccountFault } from '../account/AccountFault.tsx'
import styles from '../portal.module.css'
import { useSend } from '../use-send.ts'
import { handOverRooms } from './api.ts'
import { usePeople } from './use-people.ts'

/** Asks who gets all rooms of somebody. */
export function HandOver({ from, onClose, onDone }: { from: AdminPerson; onClose: () => void; onDone: () => void }) {
  const t = useMessages('core')
  const words = useMessages('admin')
  const [search, setSearch] = useState('')
  const { people } = usePeople(useDeferredValue(search))
  const { send, fault, refusal } = useSend()
  const others = people?.filter(({ id }) => id !== from.id) ?? []
  const give = async (to: string) => {
    if (await send(async () => await handOverRooms(from.id, to))) onDone()
  }
  return (
    <Sheet title={words.handOverTo({ name: from.name })} onClose={onClose}>
      <TextField label={words.search} type="search" value={search} onChange={setSearch} />
      <ul className={styles.list}>
        {others.slice(0, 8).map(({ id, name, email }) => (
          <li key={id} className={styles.item}>
            <span>
              <b>
                <bdi>{name}</bdi>
              </b>
              <span className={styles.help}>
                <bdi>{email}</bdi>
              </span>
            </span>
            <Button size="small" onPress={() => void give(id)}>
              {words.handOver}
            </Button>
          </li>
        ))}
      </ul>
      <AccountFault fault={fault} refusal={refusal} />
      <Answers>
        <Button onPress={onClose}>{t.cancel}</Button>
      </Answers>
    </Sheet>
  )
}
