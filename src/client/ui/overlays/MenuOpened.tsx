import type { RefObject } from 'react'
import { Popover } from 'react-aria-components/Popover'
import styles from './Menu.module.css'
import { InLanguage } from '../controls/InLanguage.tsx'
import { MenuList, type Act } from './MenuList.tsx'

type Props = { trigger: RefObject<HTMLButtonElement | null>; label: string; acts: readonly Act[]; onClose: () => void }

/** A menu of acts beside the button that opened it; the focus goes back there. */
export function MenuOpened({ trigger, label, acts, onClose }: Props) {
  return (
    <InLanguage>
      <Popover triggerRef={trigger} isOpen onOpenChange={onClose} className={styles.popover ?? ''} aria-label={label}>
        <MenuList trigger={trigger} label={label} acts={acts} onClose={onClose} looks={styles} size={18} />
      </Popover>
    </InLanguage>
  )
}
