import { useState, type FormEvent } from 'react'
import { readPassword } from '../../../protocol/accounts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useSend } from '../use-send.ts'
import { changePassword } from './api.ts'
import styles from '../portal.module.css'

/** A new password, for who knows the present one. */
export function PasswordForm() {
  const t = useMessages('core')
  const words = useMessages('account')
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isChanged, setChanged] = useState(false)
  const { send, fault, setFault, isBusy } = useSend()

  async function change(event: FormEvent) {
    event.preventDefault()
    setChanged(false)
    const read = readPassword(password)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    if (!(await send(async () => await changePassword({ current, password })))) return undefined
    setCurrent('')
    setPassword('')
    return setChanged(true)
  }

  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.changePassword}</h2>
      <form className={styles.form} onSubmit={(event) => void change(event)} noValidate>
        <TextField
          label={words.currentPassword}
          type="password"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
        <TextField
          label={words.newPassword}
          aside={words.passwordHelp}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
        />
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
        <div className={styles.row}>
          <Button type="submit" disabled={isBusy}>
            {words.changePassword}
          </Button>
          <span role="status">{isChanged && words.changed}</span>
        </div>
      </form>
    </section>
  )
}
