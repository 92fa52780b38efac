import { useState } from 'react'
import { alertsFor, type AlertKind } from '../../call/notifications/alerts.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Switch } from '../../ui/controls/Switch.tsx'
import { useLive } from '../../state/use-call.ts'
import { useRemembered } from '../../ui/hooks/use-remembered.ts'
import { ALERT_BY, type AlertBy, alertKey, showsNotifications } from '../notifications/index.ts'
import styles from './SettingsSheet.module.css'

/** How one is alerted, for each kind of alert. [ALERT-3] */
export function AlertChoice() {
  const words = useMessages('alerts')
  const kinds = useLive((state) => alertsFor(state.me))
  const [isDenied, setDenied] = useState(() => showsNotifications() && Notification.permission === 'denied')
  return (
    <section className={styles.part}>
      <h3>{words.title}</h3>
      {kinds.map((kind) => (
        <One key={kind} kind={kind} by="sound" />
      ))}
      <p>{words.soundsMean}</p>
      {showsNotifications() &&
        kinds.map((kind) => <One key={kind} kind={kind} by="notification" onDenied={setDenied} />)}
      <p role="status">
        {!showsNotifications() ? words.noNotifications : isDenied ? words.denied : words.notificationsMean}
      </p>
    </section>
  )
}

type Props = { kind: AlertKind; by: AlertBy; onDenied?: (is: boolean) => void }

function One({ kind, by, onDenied }: Props) {
  const words = useMessages('alerts')
  const [isOn, choose] = useRemembered(alertKey(kind, by), ALERT_BY[by])
  const change = async (on: boolean) => {
    // The browser asks for permission by a press, and never before.
    const isAllowed = by === 'sound' || !on || (await Notification.requestPermission()) === 'granted'
    onDenied?.(!isAllowed)
    choose(on && isAllowed)
  }
  const isShown = isOn && (by === 'sound' || Notification.permission === 'granted')
  return <Switch label={words[by]({ what: words.kinds[kind] })} isOn={isShown} onChange={change} />
}
