import { useId, useState } from 'react'
import { LANGUAGES } from '../../../protocol/language.ts'
import { OWN_NAME } from '../../i18n/language.ts'
import { useLanguage, useMessages } from '../../i18n/messages.ts'
import { showLanguage } from '../../i18n/load-messages.ts'
import styles from './LanguageChoice.module.css'

/** The languages of the interface, each by its own name; a choice acts at once. [LANG-2] */
export function LanguageChoice({ small = false }: { small?: boolean }) {
  const t = useMessages('core')
  const id = useId()
  const language = useLanguage()
  const [isAway, setAway] = useState(false)
  const choose = async (typed: string) => {
    const chosen = LANGUAGES.find((each) => each === typed)
    if (chosen) setAway(!(await showLanguage(chosen)))
  }
  return (
    <div className={styles.field} data-small={small || undefined}>
      <label htmlFor={id} className={styles.label}>
        {t.language}
      </label>
      <select id={id} className={styles.select} value={language} onChange={(event) => void choose(event.target.value)}>
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each} dir="auto">
            {OWN_NAME[each]}
          </option>
        ))}
      </select>
      {isAway && (
        <p className={styles.trouble} role="alert">
          {t.languageAway}
        </p>
      )}
    </div>
  )
}
