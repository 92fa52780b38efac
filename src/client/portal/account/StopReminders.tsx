import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { Top } from '../../ui/pages/SiteHeader.tsx'
import { useSend } from '../use-send.ts'
import { AccountMenu } from './AccountMenu.tsx'
import styles from '../portal.module.css'
import { stopReminders } from './api.ts'

/** Where a reminder leads whoever wants no more of them. Opening it changes nothing: a press does. [REMIND-4] */
export function StopReminders({ token }: { token: string }) {
  const words = useMessages('account')
  const [isDone, setDone] = useState(false)
  const { send, fault, isBusy } = useSend()
  useTitle(words.stopReminders)
  const stop = async () => {
    if (await send(async () => await stopReminders(token))) setDone(true)
  }
  return (
    <>
      <Top>
        <AccountMenu />
      </Top>
      <main className={styles.narrow}>
        <div>
          <h1 className={styles.title}>{words.stopTitle}</h1>
          <p className={styles.help} role="status">
            {isDone ? words.stopped : words.stopLead}
          </p>
        </div>
        {!isDone && (
          <div className={styles.form}>
            <p role="alert" className={styles.fault}>
              {fault}
            </p>
            <Button look="primary" size="large" disabled={isBusy} onPress={() => void stop()}>
              {words.stopReminders}
            </Button>
          </div>
        )}
      </main>
    </>
  )
}
