import type { LucideIcon } from 'lucide-react'
import { Fragment, type RefObject } from 'react'
import { Menu as AriaMenu, MenuItem, Popover, Separator } from 'react-aria-components'
import styles from './Menu.module.css'
import { InLanguage } from '../controls/InLanguage.tsx'

/** `starts`: a separator comes before it. `stops`: it takes something away. */
export type Act = {
  id: string
  name: string
  icon: LucideIcon
  stops?: boolean
  starts?: boolean
  run: (opener: HTMLElement) => void
}

type Props = { trigger: RefObject<HTMLButtonElement | null>; label: string; acts: readonly Act[]; onClose: () => void }

/** A menu of acts beside the button that opened it; the focus goes back there. */
export function MenuOpened({ trigger, label, acts, onClose }: Props) {
  return (
    <InLanguage>
      <Popover triggerRef={trigger} isOpen onOpenChange={onClose} className={styles.popover ?? ''} aria-label={label}>
        <AriaMenu autoFocus="first" className={styles.menu ?? ''} aria-label={label} onClose={onClose}>
          {acts.map(({ id, name, icon: Icon, stops, starts, run }) => (
            <Fragment key={id}>
              {starts && <Separator className={styles.line ?? ''} />}
              <MenuItem
                id={id}
                onAction={() => trigger.current && run(trigger.current)}
                className={styles.item ?? ''}
                data-stops={stops}
                textValue={name}
              >
                <Icon aria-hidden size={18} strokeWidth={1.9} />
                <span>{name}</span>
              </MenuItem>
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </InLanguage>
  )
}
