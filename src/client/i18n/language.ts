import type { Language } from '../../protocol/language.ts'

/** Each language by the name that its speakers give it. */
export const OWN_NAME: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  he: 'עברית',
  ja: '日本語',
}

/** The language in the manner of the visitor's country, where the browser names one. */
export function placeOf(language: string): string {
  const tags = globalThis.navigator?.languages ?? []
  return tags.find((tag) => tag.split('-')[0] === language) ?? language
}
