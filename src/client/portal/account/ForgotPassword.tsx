import { useState, type FormEvent } from 'react'
import { readEmail } from '../../../protocol/accounts.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { askForReset } from './api.ts'
import { PortalLink } from '../PortalLink.tsx'
import { NarrowPage } from '../NarrowPage.tsx'

/** Asks for a mail by which a new password is chosen; whether there is such an account is not said. [ACCOUNT-15] */
export function ForgotPassword() {
  const t = useMessages('core')
  const words = useMessages('account')
  const language = useLanguage()
  const [email, setEmail] = useState('')
  const [isSent, setSent] = useState(false)
  const { send, fault, setFault, isBusy } = useSend()

  async function ask(event: FormEvent) {
    event.preventDefault()
    const read = readEmail(email)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    if (await send(async () => await askForReset({ email, language }))) setSent(true)
    return undefined
  }

  return (
    <NarrowPage title={words.forgot} lead={isSent ? words.forgotSent : words.forgotLead} isNews isBare>
      {!isSent && (
        <form className={styles.form} onSubmit={(event) => void ask(event)} noValidate>
          <TextField
            label={words.email}
            type="email"
            value={email}
            onChange={setEmail}
            autoComplete="email"
            autoFocus
          />
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
          <Button type="submit" look="primary" size="large" disabled={isBusy}>
            {words.sendMail}
          </Button>
        </form>
      )}
      <p>
        <PortalLink to="/sign-in">{words.signIn}</PortalLink>
      </p>
    </NarrowPage>
  )
}
