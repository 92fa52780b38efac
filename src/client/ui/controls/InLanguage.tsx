import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useLanguage } from '../../i18n/messages.ts'

/** Around what React Aria places and walks: by itself it goes the way of the browser's language, not of the one that is shown. [LANG-3] */
export function InLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={useLanguage()}>{children}</I18nProvider>
}
