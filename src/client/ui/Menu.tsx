import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import styles from './Menu.module.css'

export type Act = { id: string; name: string; icon: LucideIcon; stops?: boolean; run: () => void }

/** A menu of acts that opens from its first child, a button; the focus goes back to that button. */
export function Menu({ children, label, acts }: { children: ReactNode; label: string; acts: readonly Act[] }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {acts.map(({ id, name, icon: Icon, stops, run }) => (
            <MenuItem key={id} id={id} onAction={run} className={styles.item ?? ''} data-stops={stops} textValue={name}>
              <Icon aria-hidden size={18} strokeWidth={1.9} />
              {name}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
