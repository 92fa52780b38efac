import type { AlertKind } from '../../call/notifications/alerts.ts'

/** Whether this browser shows notifications of the system at all; on Android pages may not. */
export function showsNotifications(): boolean {
  return 'Notification' in window && !/Android/.test(navigator.userAgent)
}

/** By what the choice is remembered of what one is called back by. Sounds are on at first, and notifications are asked for. */
export const ALERT_BY = { sound: true, notification: false } as const
export type AlertBy = keyof typeof ALERT_BY

export function alertKey(kind: AlertKind, by: AlertBy): string {
  return `alert.${kind}.${by}`
}
