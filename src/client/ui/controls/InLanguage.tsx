import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useLanguage } from '../../i18n/messages.ts'

/** Gives React Aria the direction of the language that is shown, instead of the browser's. [LANG-3] */
export function InLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={useLanguage()}>{children}</I18nProvider>
}
