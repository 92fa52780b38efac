import type { Opener } from '../../ui/overlays/opener.ts'
import type { Tool } from '../acts/index.ts'
import styles from './ToolbarButton.module.css'

type Props = Pick<Tool, 'icon' | 'name' | 'short' | 'look' | 'isNew' | 'isOpen' | 'element'> & {
  press?: Tool['press']
  opener?: Opener
}

/** A word too long for a fifth of a phone's width; few browsers break it where the language would. */
const LONG = /\S{12}/

/** A button of the toolbar: an icon, a short label, and a full name. */
export function ToolbarButton({
  icon: Icon,
  name,
  short,
  look = 'plain',
  isNew,
  isOpen,
  element,
  press,
  opener,
}: Props) {
  return (
    <button
      type="button"
      id={element}
      className={styles.tool}
      data-look={look}
      data-new={isNew}
      data-long={LONG.test(short)}
      aria-label={name}
      aria-expanded={isOpen}
      onClick={(event) => press?.(event.currentTarget)}
      {...opener}
    >
      <Icon aria-hidden size={22} strokeWidth={1.9} />
      <span>{short}</span>
    </button>
  )
}
