import { useEffect, useEffectEvent, useRef } from 'react'
import type { Event } from '../../../protocol/events.ts'
import {
  ALERTS,
  alertOfMessage,
  alertsAfter,
  isStillOpen,
  titleIn,
  type Alert,
  type AlertKind,
} from '../../call/notifications/alerts.ts'
import { chime } from '../../call/notifications/chime.ts'
import { rememberedDevices } from '../../call/devices/device-memory.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useTitle } from '../../ui/hooks/use-title.ts'
import { useCall, useLive } from '../../state/use-call.ts'
import { useMarked } from '../people/index.ts'
import { isRemembered } from '../../ui/hooks/use-remembered.ts'
import { ALERT_BY, alertKey, showsNotifications, type AlertBy } from './alert-choice.ts'
import type { Addressee } from '../../state/open-privately.ts'

// Alerts within this time share one sound.
const QUIET_MS = 3_000

type Props = { onPeople: () => void; onPrivate: (whom: Addressee) => void }

/** Alerts a person who is looking elsewhere: by the tab's title, a sound, and a notification of the system. [ALERT-1] [ALERT-2] */
export function Alerts({ onPeople, onPrivate }: Props) {
  const words = useMessages('alerts')
  const marked = useMarked()
  const call = useCall()
  const room = useLive((state) => state.session.room)
  useTitle(useLive((state) => titleIn(state, words.tab)))
  const shown = useRef(new Map<AlertKind, Notification>())
  const lastRung = useRef(-Infinity)

  const ring = useEffectEvent((alert: Alert) => {
    if (wants(alert.kind, 'sound') && performance.now() - lastRung.current > QUIET_MS) {
      lastRung.current = performance.now()
      chime('call', rememberedDevices().speaker?.id ?? null).catch(() => {})
    }
    if (!wants(alert.kind, 'notification') || !isElsewhere()) return
    const notification = notify(
      words.says[alert.kind]({ who: marked(alert.name) }),
      call.state.session.name,
      `${room} ${alert.kind}`,
    )
    if (!notification) return
    shown.current.set(alert.kind, notification)
    notification.addEventListener('click', () => {
      focus()
      notification.close()
      if (alert.kind === 'private' && alert.person) onPrivate({ id: alert.person, name: alert.name })
      if (alert.kind === 'hand' || alert.kind === 'waiting') onPeople()
    })
  })

  useEffect(() => {
    let last = call.state.notificationList.at(-1)?.id ?? 0
    const unsubscribe = call.subscribe(() => {
      for (const alert of alertsAfter(call.state.notificationList, last)) ring(alert)
      last = call.state.notificationList.at(-1)?.id ?? last
      for (const kind of ALERTS) if (!isStillOpen(call.state, kind)) shown.current.get(kind)?.close()
    })
    const unfollow = call.follow({
      onEvent(event: Event) {
        const { you, reading } = call.state
        const alert = alertOfMessage(event, you?.id ?? null, isElsewhere() ? null : reading)
        if (alert) ring(alert)
      },
      onReset: () => {},
    })
    const notifications = shown.current
    const closeAll = () => {
      for (const notification of notifications.values()) notification.close()
    }
    // A person who looks here again needs no notification any more.
    addEventListener('focus', closeAll)
    return () => {
      removeEventListener('focus', closeAll)
      unsubscribe()
      unfollow()
      closeAll()
    }
  }, [call])
  return null
}

function wants(kind: AlertKind, by: AlertBy): boolean {
  return isRemembered(alertKey(kind, by), ALERT_BY[by])
}

/** Whether the person is looking at another window or tab. */
function isElsewhere(): boolean {
  return document.hidden || !document.hasFocus()
}

/** Null if the browser shows no notifications, or may not. */
function notify(says: string, room: string, tag: string): Notification | null {
  if (!showsNotifications() || Notification.permission !== 'granted') return null
  try {
    return new Notification(says, { body: room, tag })
  } catch {
    return null
  }
}
