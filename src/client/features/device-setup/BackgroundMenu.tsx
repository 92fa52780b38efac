import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { canHaveBackground } from '../../call/background/background.ts'
import { lazyPart } from '../../ui/hooks/lazy-part.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { useDevices } from '../../state/use-call.ts'
import styles from './BackgroundMenu.module.css'
import { useFaultWords } from './use-fault-words.ts'

// Most people never open it.
const BackgroundPicker = lazyPart(async () => (await import('./BackgroundPicker.tsx')).BackgroundPicker)

/** The choice of a background, from pictures that open below; absent if the device cannot draw any. [BACKGROUND-1] */
export function BackgroundMenu() {
  const t = useMessages('background')
  const faultWords = useFaultWords()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const background = useDevices((state) => state.background)
  const off = useDevices((state) => state.backgroundOff)
  if (!canHaveBackground()) return null

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    // Escape closes only this, and not the sheet around it.
    event.stopPropagation()
    setIsOpen(false)
    button.current?.focus()
  }
  return (
    <div className={styles.field} role="presentation" onKeyDown={onKeyDown}>
      <span id={`${id}-label`} className={styles.label}>
        {t.background}
      </span>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-labelledby={`${id}-label ${id}-value`}
        aria-expanded={isOpen}
        aria-controls={`${id}-choices`}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span id={`${id}-value`}>{t.kind[background]}</span>
        <ChevronDown aria-hidden size={20} strokeWidth={1.9} />
      </button>
      <div id={`${id}-choices`}>{isOpen && <BackgroundPicker />}</div>
      <p role="status" className={styles.off} data-there={off !== null}>
        {off && faultWords('background', off)}
      </p>
    </div>
  )
}
