import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { Menu as AriaMenu, Dialog, MenuItem, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from '../controls/IconButton.tsx'
import type { Act } from './MenuOpened.tsx'
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
            <AriaMenu autoFocus="first" className={styles.menu ?? ''} aria-label={label} onClose={onClose}>
              {sorted.map(({ id, name, icon: Icon, stops, run }, n) => (
                <MenuItem
                  key={id}
                  id={id}
                  onAction={() => trigger.current && run(trigger.current)}
                  className={styles.item ?? ''}
                  data-large={n < large}
                  data-stops={stops}
                  textValue={name}
                >
                  <Icon aria-hidden size={n < large ? 24 : 22} strokeWidth={1.9} />
                  <span>{name}</span>
                </MenuItem>
              ))}
            </AriaMenu>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </InLanguage>
  )
}
