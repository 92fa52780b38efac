import type { LucideIcon } from 'lucide-react'
import type { RefObject } from 'react'
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components'
import styles from './Menu.module.css'

export type Act = { id: string; name: string; icon: LucideIcon; stops?: boolean; run: (opener: HTMLElement) => void }

type Props = { trigger: RefObject<HTMLButtonElement | null>; label: string; acts: readonly Act[]; onClose: () => void }

/** A menu of acts beside the button that opened it; the focus goes back there. */
export function MenuOpened({ trigger, label, acts, onClose }: Props) {
  return (
    <Popover triggerRef={trigger} isOpen onOpenChange={onClose} className={styles.popover ?? ''}>
      <AriaMenu autoFocus="first" className={styles.menu ?? ''} aria-label={label} onClose={onClose}>
        {acts.map(({ id, name, icon: Icon, stops, run }) => (
          <MenuItem
            key={id}
            id={id}
            onAction={() => trigger.current && run(trigger.current)}
            className={styles.item ?? ''}
            data-stops={stops}
            textValue={name}
          >
            <Icon aria-hidden size={18} strokeWidth={1.9} />
            {name}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  )
}
