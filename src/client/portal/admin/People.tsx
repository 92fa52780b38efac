import { EllipsisVertical } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { AdminPerson } from '../../../protocol/accounts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Chip } from '../../ui/controls/Chip.tsx'
import { IconButton } from '../../ui/controls/IconButton.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Menu } from '../../ui/overlays/Menu.tsx'
import { AccountFault } from '../account/AccountFault.tsx'
import styles from '../portal.module.css'
import { useSend } from '../use-send.ts'
import { changePerson } from './api.ts'
import { HandOver } from './HandOver.tsx'
import { personActs } from './person-acts.ts'
import { usePeople } from './use-people.ts'

/** All accounts, and what is changed of one. */
export function People() {
  const words = useMessages('admin')
  const [search, setSearch] = useState('')
  const { people, more, again } = usePeople(useDeferredValue(search))
  const { send, fault, refusal } = useSend()
  const [handing, setHanding] = useState<AdminPerson | null>(null)
  const change = async (id: string, what: Parameters<typeof changePerson>[1]) => {
    if (await send(async () => await changePerson(id, what))) again()
  }
  return (
    <section className={styles.card} aria-label={words.people}>
      <TextField label={words.search} type="search" value={search} onChange={setSearch} />
      <AccountFault fault={fault} refusal={refusal} />
      <ul className={styles.list}>
        {people?.map((person) => (
          <li key={person.id} className={styles.item}>
            <span>
              <b>
                <bdi>{person.name}</bdi>
              </b>
              <span className={styles.line}>
                <bdi>{person.email}</bdi>
                <span>{words.rooms({ n: person.rooms })}</span>
              </span>
            </span>
            <span className={styles.row}>
              {person.role === 'admin' && <Chip>{words.administrator}</Chip>}
              {person.isDisabled && <Chip>{words.disabled}</Chip>}
              <Menu
                label={words.options({ name: person.name })}
                acts={personActs(person, words, {
                  change: (what) => void change(person.id, what),
                  handOver: () => setHanding(person),
                })}
              >
                {(opener) => (
                  <IconButton icon={EllipsisVertical} label={words.options({ name: person.name })} opener={opener} />
                )}
              </Menu>
            </span>
          </li>
        ))}
      </ul>
      {more && (
        <div>
          <Button onPress={more}>{words.more}</Button>
        </div>
      )}
      {people?.length === 0 && <p className={styles.help}>{words.nobody}</p>}
      {handing && (
        <HandOver
          from={handing}
          onClose={() => setHanding(null)}
          onDone={() => {
            setHanding(null)
            again()
          }}
        />
      )}
    </section>
  )
}
