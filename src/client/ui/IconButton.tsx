import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import styles from './IconButton.module.css'

type Props = { icon: LucideIcon; label: string; onPress?: () => void; surface?: 'paper' | 'glass'; pressed?: boolean }

/** A button that is a sign; its name is for those who cannot see it, and in the tooltip. */
export function IconButton({ icon: Icon, label, surface = 'paper', pressed, ...rest }: Props) {
  return (
    <AriaButton className={styles.button} data-surface-kind={surface} data-on={pressed} aria-label={label} {...rest}>
      <Icon aria-hidden size={18} strokeWidth={1.9} />
    </AriaButton>
  )
}
