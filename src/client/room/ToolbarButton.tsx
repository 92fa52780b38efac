import type { LucideIcon } from 'lucide-react'
import type { Opener } from '../ui/Menu.tsx'
import styles from './ToolbarButton.module.css'

type Props = {
  icon: LucideIcon
  /** The full name, for ears and tests. */
  name: string
  /** The short one under the sign. */
  short: string
  look?: 'plain' | 'on' | 'off' | 'hand' | 'go' | 'leave'
  onPress?: () => void
  opener?: Opener
}

/** One act of the toolbar: a sign, a short word, and a full name. */
export function ToolbarButton({ icon: Icon, name, short, look = 'plain', onPress, opener }: Props) {
  return (
    <button type="button" className={styles.tool} data-look={look} aria-label={name} onClick={onPress} {...opener}>
      <Icon aria-hidden size={22} strokeWidth={1.9} />
      <span>{short}</span>
    </button>
  )
}
