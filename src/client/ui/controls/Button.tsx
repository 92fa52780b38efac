import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Opener } from '../overlays/opener.ts'
import styles from './Button.module.css'

export type ButtonProps = {
  children: ReactNode
  onPress?: () => void
  look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'danger-quiet'
  size?: 'small' | 'normal' | 'large'
  icon?: LucideIcon
  type?: 'button' | 'submit'
  disabled?: boolean
  describedBy?: string
  opener?: Opener
}

/** A button with words, in one of the product's looks. */
export function Button({
  look = 'plain',
  size = 'normal',
  icon: Icon,
  children,
  disabled,
  describedBy,
  onPress,
  opener,
  type = 'button',
}: ButtonProps) {
  return (
    <button
      type={type}
      className={styles.button}
      data-look={look}
      data-size={size}
      disabled={disabled}
      aria-describedby={describedBy}
      onClick={onPress}
      {...opener}
    >
      {Icon && <Icon aria-hidden size={20} strokeWidth={1.9} />}
      <span>{children}</span>
    </button>
  )
}
