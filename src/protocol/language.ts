import * as v from 'valibot'

/** The languages of the interface, by their tags (RFC 5646). */
export const Language = v.picklist(['en', 'de', 'es', 'fr', 'he', 'ja'])
export type Language = v.InferOutput<typeof Language>
export const LANGUAGES = Language.options

const RIGHT_TO_LEFT: readonly Language[] = ['he']

/** The writing direction of a language. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr')

/** [LANG-1] The first of the wanted languages that the interface has; English if it has none. */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [spoken = ''] = tag.toLowerCase().split(/[-_]/)
    // Some systems still send the tag that Hebrew had until 1989.
    const found = LANGUAGES.find((each) => each === (spoken === 'iw' ? 'he' : spoken))
    if (found) return found
  }
  return 'en'
}
