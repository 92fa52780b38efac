import { useState, type FormEvent } from 'react'
import { readPassword } from '../../../protocol/accounts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { AccountFault } from './AccountFault.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { resetPassword, confirmByMail } from './api.ts'
import { PortalLink } from '../PortalLink.tsx'
import { NarrowPage } from '../NarrowPage.tsx'

type Props = { of: 'verify' | 'email' | 'reset'; token: string }

/** The page of a link in a mail about the account. Opening it changes nothing: a press does. [ACCOUNT-14] [ACCOUNT-15] */
export function MailLinkPage({ of, token }: Props) {
  const words = useMessages('account')
  const title = { verify: words.verifyTitle, email: words.changeEmail, reset: words.choosePassword }[of]
  const lead = { verify: words.verifyLead, email: words.changeEmailLead, reset: words.chooseLead }[of]
  const [isDone, setDone] = useState(false)
  const done = () => setDone(true)
  return (
    <NarrowPage title={title} lead={isDone ? (of === 'reset' ? words.chosen : words.confirmed) : lead} isNews>
      {!isDone &&
        (of === 'reset' ? (
          <NewPassword token={token} onDone={done} />
        ) : (
          <Confirm of={of} token={token} onDone={done} />
        ))}
      {isDone && (
        <p>
          <PortalLink to={of === 'reset' ? '/sign-in' : '/account'}>
            {of === 'reset' ? words.signIn : words.yourAccount}
          </PortalLink>
        </p>
      )}
    </NarrowPage>
  )
}

function Confirm({ of, token, onDone }: { of: 'verify' | 'email'; token: string; onDone: () => void }) {
  const words = useMessages('account')
  const { send, fault, refusal, isBusy } = useSend()
  const confirm = async () => {
    if (await send(async () => await confirmByMail(of, token))) onDone()
  }
  return (
    <div className={styles.form}>
      <AccountFault fault={fault} refusal={refusal} />
      <Button look="primary" size="large" disabled={isBusy} onPress={() => void confirm()}>
        {words.confirm}
      </Button>
    </div>
  )
}

function NewPassword({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useMessages('core')
  const words = useMessages('account')
  const [password, setPassword] = useState('')
  const { send, fault, setFault, isBusy } = useSend()

  async function choose(event: FormEvent) {
    event.preventDefault()
    const read = readPassword(password)
    if ('fault' in read) return setFault(t.refusal[read.fault])
    if (await send(async () => await resetPassword(token, { password }))) onDone()
    return undefined
  }

  return (
    <form className={styles.form} onSubmit={(event) => void choose(event)} noValidate>
      <TextField
        label={words.newPassword}
        aside={words.passwordHelp}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        autoFocus
      />
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <Button type="submit" look="primary" size="large" disabled={isBusy}>
        {words.choosePassword}
      </Button>
    </form>
  )
}
