import type { Language } from '../../protocol/language.ts'

/** Each language by its own name. */
export const OWN_NAME: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  he: 'עברית',
  ja: '日本語',
}

/** The language with the visitor's region, if the browser gives one. */
export function placeOf(language: string): string {
  const tags = globalThis.navigator?.languages ?? []
  return tags.find((tag) => tag.split('-')[0] === language) ?? language
}
