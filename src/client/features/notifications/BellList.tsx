import { Bell as BellIcon } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { useFormats, useMessages } from '../../i18n/messages.ts'
import { useLayer } from '../../app/back.ts'
import { Empty } from '../../ui/controls/EmptyState.tsx'
import { useCall, useLive } from '../../state/use-call.ts'
import styles from './BellList.module.css'
import { noticeWords } from './notice-words.ts'
import { SIGNS } from './notice-signs.ts'
import { NoticeLine } from './NoticeLine.tsx'
import { InLanguage } from '../../ui/controls/InLanguage.tsx'
import { useDeviceWords } from './use-device-words.ts'

/** All notices, newest first, with their times; unread ones are marked. */
export function BellList({ trigger, onClose }: { trigger: RefObject<HTMLButtonElement | null>; onClose: () => void }) {
  const t = useMessages('core')
  const formats = useFormats()
  const words = useMessages('notifications')
  const deviceWords = useDeviceWords()
  const call = useCall()
  const listed = useLive((state) => state.notificationList)
  const newest = listed.at(-1)?.id
  // Opening the list marks everything as read; what was unread stays marked while it is open.
  const [unread] = useState(() => new Set(listed.filter(({ isRead }) => !isRead).map(({ id }) => id)))
  useEffect(() => call.readNotificationList(), [call, newest])
  useLayer(true, onClose)
  return (
    <InLanguage>
      <Popover
        triggerRef={trigger}
        isOpen
        onOpenChange={onClose}
        placement="bottom end"
        className={styles.popover ?? ''}
      >
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {words.notices}
          </Heading>
          {listed.length === 0 && <Empty sign={BellIcon} title={words.bellIsEmpty} />}
          {/* A scrolling list must be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ol className={styles.list} tabIndex={listed.length > 0 ? 0 : undefined} aria-label={words.notices}>
            {listed.toReversed().map((each) => (
              <li key={each.id} className={styles.item} data-unread={unread.has(each.id)}>
                {unread.has(each.id) && <span className={styles.unread}>{words.unread}</span>}
                <NoticeLine sign={SIGNS[each.kind]} words={noticeWords([each], t, words, deviceWords)}>
                  <time dateTime={new Date(each.at).toISOString()}>{formats.time(each.at)}</time>
                </NoticeLine>
              </li>
            ))}
          </ol>
        </Dialog>
      </Popover>
    </InLanguage>
  )
}
