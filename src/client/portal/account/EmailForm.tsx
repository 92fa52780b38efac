import { useState, type FormEvent } from 'react'
import { readEmail } from '../../../protocol/accounts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { AccountFault } from './AccountFault.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { changeEmail, sendVerification } from './api.ts'

type Props = { isConfirmed: boolean; asksPassword: boolean }

/** The e-mail of the account: whether it is confirmed, and another instead. [ACCOUNT-14] */
export function EmailForm({ isConfirmed, asksPassword }: Props) {
  const t = useMessages('core')
  const words = useMessages('account')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isSent, setSent] = useState(false)
  const { send, fault, refusal, setFault, isBusy } = useSend()

  async function change(event: FormEvent) {
    event.preventDefault()
    setSent(false)
    const read = readEmail(email)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    if (!(await send(async () => await changeEmail({ email, password })))) return undefined
    setPassword('')
    return setSent(true)
  }

  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.email}</h2>
      {!isConfirmed && <NotConfirmed />}
      <form className={styles.form} onSubmit={(event) => void change(event)} noValidate>
        <TextField label={words.newEmail} type="email" value={email} onChange={setEmail} autoComplete="email" />
        {asksPassword && (
          <TextField
            label={words.currentPassword}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
        )}
        <AccountFault fault={fault} refusal={refusal} />
        <div className={styles.row}>
          <Button type="submit" disabled={isBusy}>
            {words.changeEmail}
          </Button>
          <span role="status">{isSent && words.changeEmailSent}</span>
        </div>
      </form>
    </section>
  )
}

function NotConfirmed() {
  const words = useMessages('account')
  const [isSent, setSent] = useState(false)
  const { send, fault, isBusy } = useSend()
  const again = async () => {
    if (await send(sendVerification)) setSent(true)
  }
  return (
    <div className={styles.form}>
      <p>{words.notConfirmed}</p>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <div className={styles.row}>
        <Button disabled={isBusy} onPress={() => void again()}>
          {words.sendAgain}
        </Button>
        <span role="status">{isSent && words.mailSent}</span>
      </div>
    </div>
  )
}
