import { useState } from 'react'
import type { DeviceNotice, NoticeBody } from '../../call/call-state.ts'
import { toastsOf } from '../../call/notifications/toasts.ts'
import { useIsSmall } from '../../ui/hooks/is-phone.ts'
import { ComingOver } from '../../ui/pages/Loading.tsx'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useLive } from '../../state/use-call.ts'
import { LiveAnnouncer } from './LiveAnnouncer.tsx'
import { Banner } from './Banner.tsx'
import styles from './Notices.module.css'
import { Toast } from './Toast.tsx'

// Only people who come on stage have devices.
const FaultToast = lazyPart(async () => (await import('./FaultToast.tsx')).FaultToast)
// Only moderators are asked by several at once.
const RequestsSheet = lazyPart(async () => (await import('../hands/RequestsSheet.tsx')).RequestsSheet, <ComingOver />)
const WaitingSheet = lazyPart(async () => (await import('../lobby/WaitingSheet.tsx')).WaitingSheet, <ComingOver />)

const OF_DEVICES: ReadonlySet<NoticeBody['kind']> = new Set([
  'device-fault',
  'background-off',
  'noise-replaced',
  'microphone-replaced',
  'plugged-in',
] satisfies DeviceNotice['kind'][])

const SHOWN = { small: 2, wide: 3 }

/**
 * The notices to this person, at the foot of the stage. Screen readers announce them as they come, also while a dialog is open
 * (`data-live-announcer` tells React Aria so); what happens on stage is announced by LiveAnnouncer beside it.
 */
export function Notices() {
  const words = useMessages('notifications')
  const notices = useLive((state) => state.notices)
  const most = useIsSmall() ? SHOWN.small : SHOWN.wide
  const [seen, setSeen] = useState<'waits' | 'asks-to-join' | null>(null)
  const close = () => setSeen(null)
  return (
    <>
      {/* A press here must not count as a press beside the open dialog, which would close it. */}
      <div className={styles.notices} data-surface="page" data-react-aria-top-layer="true">
        <Banner />
        <div
          role="region"
          aria-label={words.notices}
          aria-live="polite"
          data-live-announcer="true"
          className={styles.toasts}
        >
          {toastsOf(notices, most).map(({ key, notices: of }) => {
            const Line = OF_DEVICES.has(of[0].kind) ? FaultToast : Toast
            return <Line key={key} notices={of} onSeeAll={setSeen} />
          })}
        </div>
      </div>
      <LiveAnnouncer />
      {seen === 'waits' && <WaitingSheet onClose={close} />}
      {seen === 'asks-to-join' && <RequestsSheet onClose={close} />}
    </>
  )
}
