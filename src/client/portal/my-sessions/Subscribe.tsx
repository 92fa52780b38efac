import { useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useAccount } from '../account/use-account.ts'
import { InviteLink } from '../InviteLink.tsx'
import { useAnswer } from '../use-answer.ts'
import { useSend } from '../use-send.ts'
import { readCalendar, renewCalendar } from './api.ts'
import styles from './MySessions.module.css'

/** The secret address of the calendar of one's own sessions; nothing is asked for who has no account. [CALENDAR-8] */
export function Subscribe() {
  const { page } = useAccount()
  return page?.account ? <Feed /> : null
}

function Feed() {
  const words = useMessages('my-sessions')
  const [answer] = useAnswer(readCalendar, '')
  const [renewed, setRenewed] = useState<string | null>(null)
  const { send, fault, isBusy } = useSend()
  if (!answer || !('ok' in answer)) return null
  const renew = async () => {
    const made = await send(renewCalendar)
    if (made) setRenewed(made.ok.address)
  }
  return (
    <details className={styles.aside}>
      <summary>{words.subscribe}</summary>
      <div className={styles.feed}>
        <p className={styles.help}>{words.subscribeHelp}</p>
        <InviteLink name={words.feedAddress} address={renewed ?? answer.ok.address} />
        <div>
          <Button disabled={isBusy} onPress={() => void renew()}>
            {words.feedRenew}
          </Button>
        </div>
        <p role="status" className={styles.help}>
          {renewed !== null && words.feedRenewed}
        </p>
        <p role="alert">{fault}</p>
      </div>
    </details>
  )
}
