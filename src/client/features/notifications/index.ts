/** Notices: what other features may use. */
export { NOTICE_ACTS } from './acts.ts'
export { ALERT_BY, type AlertBy, alertKey, showsNotifications } from './alert-choice.ts'
export { NoticeLine } from './NoticeLine.tsx'
export { default as noticesStyles } from './Notices.module.css'
export { LazyNotices } from './LazyNotices.ts'
