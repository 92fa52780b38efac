import { useState, type FormEvent } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { readName } from '../../protocol/names.ts'
import type { RoomId } from '../../protocol/types.ts'
import { useMessages } from '../i18n/messages.ts'
import { Button } from '../ui/controls/Button.tsx'
import { TextField } from '../ui/controls/TextField.tsx'
import { askIn } from './api.ts'
import styles from './LinkEntry.module.css'
import { useSend } from './use-send.ts'

/** Asks to be let into a session that runs, for who has the room's address alone. [ASK-1] */
export function AskIn({ room }: { room: RoomId }) {
  const t = useMessages('core')
  const words = useMessages('portal')
  const [name, setName] = useState('')
  const { send, fault, setFault } = useSend()

  async function ask(event: FormEvent) {
    event.preventDefault()
    const read = readName(name)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    if (await send(async () => await askIn(room, name))) navigate(`/r/${room}/room`)
    return undefined
  }

  return (
    <form className={styles.form} onSubmit={(event) => void ask(event)} noValidate>
      <p className={styles.help}>{words.askInHelp}</p>
      <TextField label={t.yourName} value={name} onChange={setName} fault={fault} autoComplete="name" />
      <div>
        <Button type="submit">{words.askIn}</Button>
      </div>
    </form>
  )
}
