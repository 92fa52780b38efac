import type { AlertKind } from '../../call/notifications/alerts.ts'

/** Whether this browser shows system notifications at all; pages on Android may not. */
export function showsNotifications(): boolean {
  return 'Notification' in window && !/Android/.test(navigator.userAgent)
}

/** The names under which the choices are stored, with their defaults. Sounds are on; notifications have to be asked for. */
export const ALERT_BY = { sound: true, notification: false } as const
export type AlertBy = keyof typeof ALERT_BY

export function alertKey(kind: AlertKind, by: AlertBy): string {
  return `alert.${kind}.${by}`
}
