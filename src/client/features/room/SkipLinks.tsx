import { useMessages } from '../../i18n/messages.ts'
import styles from './SkipLinks.module.css'

const TARGETS = { controls: '[role=toolbar] [tabindex="0"]', panel: '[role=tab][aria-selected=true]' } as const

/** For the keyboard: past the stage to what can be done, and to the panel. Seen while they are focused. */
export function SkipLinks() {
  const words = useMessages('room')
  return (
    <div className={styles.links}>
      <button type="button" onClick={() => go('controls')}>
        {words.skipToControls}
      </button>
      <button type="button" onClick={() => go('panel')}>
        {words.skipToPanel}
      </button>
    </div>
  )
}

function go(target: keyof typeof TARGETS): void {
  document.querySelector<HTMLElement>(TARGETS[target])?.focus()
}
