import { useMessages } from '../../i18n/messages.ts'
import styles from './SkipLinks.module.css'

const TARGETS = { controls: '[role=toolbar] [tabindex="0"]', panel: '[role=tab][aria-selected=true]' } as const

/** Links for the keyboard, past the stage to the controls and to the panel; visible while focused. */
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
