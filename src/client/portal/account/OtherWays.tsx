import { KeyRound, LogIn } from 'lucide-react'
import { useEffect } from 'react'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { comeFrom } from './come-from.ts'
import { beginOidc } from './api.ts'
import { knowsPasskeys, offerPasskeys, signInOnDevice } from './passkeys.ts'
import { useAccount } from './use-account.ts'

/** The ways to sign in besides a password: the operator's provider, and a passkey for who has an account. */
export function OtherWays({ isNew, onDone }: { isNew: boolean; onDone: () => void }) {
  const words = useMessages('account')
  const language = useLanguage()
  const { page } = useAccount()
  const { send, fault, setFault, isBusy } = useSend()
  useEffect(() => (isNew ? undefined : offerPasskeys(onDone)), [isNew, onDone])
  const provider = page?.provider ?? null
  const go = async () => {
    const begun = await send(async () => await beginOidc({ to: comeFrom(location.search), link: false, language }))
    if (begun) location.assign(begun.ok.to)
  }
  const byPasskey = async () => {
    setFault('')
    const outcome = await signInOnDevice(false)
    if (outcome === 'not-used') setFault(words.passkeyNotUsed)
    else if (await send(async () => await Promise.resolve(outcome))) onDone()
  }
  return (
    <div className={styles.form}>
      {provider !== null && (
        <Button size="large" icon={LogIn} disabled={isBusy} onPress={() => void go()}>
          {words.signInWith({ provider })}
        </Button>
      )}
      {!isNew && knowsPasskeys() && (
        <Button size="large" icon={KeyRound} disabled={isBusy} onPress={() => void byPasskey()}>
          {words.signInByPasskey}
        </Button>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </div>
  )
}
