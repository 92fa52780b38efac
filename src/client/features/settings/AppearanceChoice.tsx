import { useId, useState } from 'react'
import { useMessages } from '../../i18n/messages.ts'
import { APPEARANCES, keepAppearance, keptAppearance, showAppearance } from '../../app/appearance.ts'
import styles from '../../ui/controls/LanguageChoice.module.css'

/** Light, dark, or as the system; a choice acts at once. [APPEAR-1] */
export function AppearanceChoice() {
  const words = useMessages('device-setup')
  const id = useId()
  const [shown, setShown] = useState(keptAppearance)
  const choose = (typed: string) => {
    const chosen = APPEARANCES.find((each) => each === typed)
    if (!chosen) return
    setShown(chosen)
    showAppearance(chosen)
    keepAppearance(chosen)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {words.appearance}
      </label>
      <select id={id} className={styles.select} value={shown} onChange={(event) => choose(event.target.value)}>
        {APPEARANCES.map((each) => (
          <option key={each} value={each}>
            {words.appearanceKind[each]}
          </option>
        ))}
      </select>
    </div>
  )
}
