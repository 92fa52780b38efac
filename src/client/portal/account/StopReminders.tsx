import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { stopReminders } from './api.ts'
import { NarrowPage } from '../NarrowPage.tsx'

/** Where a reminder leads whoever wants no more of them. Opening it changes nothing: a press does. [REMIND-4] */
export function StopReminders({ token }: { token: string }) {
  const words = useMessages('account')
  const [isDone, setDone] = useState(false)
  const { send, fault, isBusy } = useSend()
  const stop = async () => {
    if (await send(async () => await stopReminders(token))) setDone(true)
  }
  return (
    <NarrowPage title={words.stopTitle} lead={isDone ? words.stopped : words.stopLead} isNews>
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
    </NarrowPage>
  )
}
