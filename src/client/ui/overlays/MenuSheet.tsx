import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../controls/IconButton.tsx'
import { MenuList, type Act } from './MenuList.tsx'
import styles from './MenuSheet.module.css'
import { useMessages } from '../../i18n/messages.ts'
import { InLanguage } from '../controls/InLanguage.tsx'

type Props = { trigger: RefObject<HTMLButtonElement | null>; label: string; acts: readonly Act[]; onClose: () => void }

const LARGE = 3
const MANY = 6

/** A menu on a small screen: a sheet, with three large acts first if there are many, and dangerous ones last. */
export function MenuSheet({ trigger, label, acts, onClose }: Props) {
  const t = useMessages('core')
  const sorted = acts.toSorted((one, other) => Number(one.stops ?? false) - Number(other.stops ?? false))
  const large = acts.length < MANY ? 0 : LARGE
  return (
    <InLanguage>
      <ModalOverlay
        isOpen
        isDismissable
        className={styles.scrim ?? ''}
        data-sheet
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <Modal className={styles.sheet ?? ''}>
          <Dialog aria-label={label} className={styles.dialog ?? ''}>
            <div className={styles.head}>
              <bdi className={styles.title}>{label}</bdi>
              <IconButton icon={X} label={t.close} onPress={onClose} />
            </div>
            <MenuList
              trigger={trigger}
              label={label}
              acts={sorted}
              onClose={onClose}
              looks={styles}
              large={large}
              size={22}
            />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </InLanguage>
  )
}
