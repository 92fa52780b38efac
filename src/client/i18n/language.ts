import { Language } from '../../protocol/types.ts'

export type { Language }
export const LANGUAGES = Language.options

/** Each language by the name that its speakers give it. */
export const OWN_NAME: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  he: 'עברית',
  ja: '日本語',
}

/** Where a line of it begins. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'he' ? 'rtl' : 'ltr'
}

/** [LANG-1] The first language that somebody wants and that there is; English, where there is none. */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [spoken = ''] = tag.toLowerCase().split(/[-_]/)
    // Some systems still give Hebrew the tag it had until 1989.
    const found = LANGUAGES.find((each) => each === (spoken === 'iw' ? 'he' : spoken))
    if (found) return found
  }
  return 'en'
}

/** The language in the manner of the visitor's country, where the browser names one. */
export function placeOf(language: string): string {
  const tags = globalThis.navigator?.languages ?? []
  return tags.find((tag) => tag.split('-')[0] === language) ?? language
}
