import { useState } from 'react'
import type { RemindersWish } from '../../../protocol/accounts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Switch } from '../../ui/controls/Switch.tsx'
import { useSend } from '../use-send.ts'
import styles from '../portal.module.css'
import { saveReminders } from './api.ts'

/** By when mails remind somebody of the sessions in which they have a part; each choice acts at once. [REMIND-2] */
export function Reminders({ chosen }: { chosen: RemindersWish }) {
  const words = useMessages('account')
  const [wish, setWish] = useState(chosen)
  const { send, fault } = useSend()
  const choose = async (changed: Partial<RemindersWish>) => {
    const next = { ...wish, ...changed }
    if (await send(async () => await saveReminders(next))) setWish(next)
  }
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.reminders}</h2>
      <p className={styles.help}>{words.remindersHelp}</p>
      <div className={styles.form}>
        <Switch label={words.dayBefore} isOn={wish.day} onChange={async (day) => await choose({ day })} />
        <Switch label={words.hourBefore} isOn={wish.hour} onChange={async (hour) => await choose({ hour })} />
      </div>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </section>
  )
}
