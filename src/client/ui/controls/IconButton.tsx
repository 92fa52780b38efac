import type { LucideIcon } from 'lucide-react'
import type { Opener } from '../overlays/opener.ts'
import styles from './IconButton.module.css'

type Props = {
  icon: LucideIcon
  label: string
  onPress?: () => void
  surface?: 'paper' | 'glass'
  pressed?: boolean
  /** There is something new behind it; the label says so too. */
  isNew?: boolean
  opener?: Opener
  id?: string
}

/** A button with an icon; its name is its accessible name and its tooltip. */
export function IconButton({ icon: Icon, label, surface = 'paper', pressed, isNew, onPress, opener, id }: Props) {
  return (
    <button
      type="button"
      id={id}
      className={styles.button}
      data-surface-kind={surface}
      aria-pressed={pressed}
      data-new={isNew}
      aria-label={label}
      title={label}
      onClick={onPress}
      {...opener}
    >
      <Icon aria-hidden size={18} strokeWidth={1.9} />
    </button>
  )
}
