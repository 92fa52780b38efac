import { useState, type FormEvent } from 'react'
import { readEmail, readPassword } from '../../../protocol/accounts.ts'
import { readName } from '../../../protocol/names.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import type { Answer } from '../api.ts'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'

type Given = { name: string; email: string; password: string; language: string }
type Props = {
  /** Whether a name is asked for, and the password is a new one. */
  isNew: boolean
  label: string
  send: (given: Given) => Promise<Answer<null>>
  onDone: () => void
}
type Faults = Record<'name' | 'email' | 'password', Refusal | null>

const NO_FAULTS: Faults = { name: null, email: null, password: null }

/** E-mail and password, and for a new account a name. What is wrong is said at its field, before anything is sent. */
export function CredentialsForm({ isNew, label, send: sendTo, onDone }: Props) {
  const t = useMessages('core')
  const words = useMessages('account')
  const language = useLanguage()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<Faults>(NO_FAULTS)
  const { send, fault, isBusy } = useSend()
  const wordsFor = (refusal: Refusal | null) => (refusal ? t.refusal[refusal] : null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found: Faults = {
      name: isNew ? faultOf(readName(name)) : null,
      email: faultOf(readEmail(email)),
      password: isNew ? faultOf(readPassword(password)) : null,
    }
    setFaults(found)
    if (Object.values(found).some((each) => each !== null)) return
    if (await send(async () => await sendTo({ name, email, password, language }))) onDone()
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {isNew && (
        <TextField
          label={t.yourName}
          value={name}
          onChange={setName}
          fault={wordsFor(faults.name)}
          autoComplete="name"
          autoFocus
        />
      )}
      <TextField
        label={words.email}
        type="email"
        value={email}
        onChange={setEmail}
        fault={wordsFor(faults.email)}
        autoComplete={isNew ? 'email' : 'username webauthn'}
        autoFocus={!isNew}
      />
      <TextField
        label={words.password}
        {...(isNew && { aside: words.passwordHelp })}
        type="password"
        value={password}
        onChange={setPassword}
        fault={wordsFor(faults.password)}
        autoComplete={isNew ? 'new-password' : 'current-password'}
      />
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <Button type="submit" look="primary" size="large" disabled={isBusy}>
        {label}
      </Button>
    </form>
  )
}

/** What is wrong with what was typed; null for nothing. */
function faultOf(read: { fault: Refusal } | object): Refusal | null {
  return 'fault' in read ? read.fault : null
}
