import { expect, test } from 'vitest'
import { Refusal } from '../../protocol/refusals.ts'
import { LANGUAGES, type Language } from './language.ts'
import type { Words } from './locales/en/words.ts'

const FILES: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./locales/en/words.ts'),
  de: () => import('./locales/de/words.ts'),
  es: () => import('./locales/es/words.ts'),
  fr: () => import('./locales/fr/words.ts'),
  he: () => import('./locales/he/words.ts'),
  ja: () => import('./locales/ja/words.ts'),
}

test.for(LANGUAGES)('every refusal is said in words of its own: %s', async (language) => {
  const { words } = await FILES[language]()
  const said = Refusal.options.map((refusal) => words.core.refusal[refusal])
  for (const sentence of said) expect(sentence).toMatch(/^\P{Ll}.{7,}[.。]$/u)
  expect(new Set(said).size).toBe(said.length)
})

// WCAG 2.2, 2.5.3: who speaks to the page says what is read there.
test.for(LANGUAGES)('a device’s switch is called what is read on it: %s', async (language) => {
  const { core } = (await FILES[language]()).words
  for (const on of [true, false]) {
    expect(core.turnMic(on).toLocaleLowerCase(language)).toContain(core.microphoneShort.toLocaleLowerCase(language))
    expect(core.turnCamera(on).toLocaleLowerCase(language)).toContain(core.camera.toLocaleLowerCase(language))
  }
})

test('[LANG-4] counts and places in a row follow the rules of the language', async () => {
  const { core: english } = (await FILES.en()).words
  expect([1, 2, 3, 4, 11, 21].map(english.nth)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st'])
  const { core: hebrew } = (await FILES.he()).words
  expect([1, 2, 3].map(hebrew.viewers)).toEqual(['צופה אחד', 'שני צופים', '3 צופים'])
  const { core: french } = (await FILES.fr()).words
  expect([1, 2].map(french.nth)).toEqual(['1er', '2e'])
  const { core: japanese } = (await FILES.ja()).words
  expect([1, 2].map(japanese.viewers)).toEqual(['視聴者1人', '視聴者2人'])
})

/** Every text of a catalogue that stands in it as it is, by the way to it. */
function sentencesOf(words: unknown, way = ''): string[] {
  if (typeof words === 'string') return [way]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, each]) => sentencesOf(each, `${way}.${key}`))
}

test('[LANG-4] every catalogue says everything that the English one says', async () => {
  const { words: english } = await FILES.en()
  for (const language of LANGUAGES) {
    const { words } = await FILES[language]()
    for (const [name, part] of Object.entries(english.parts)) {
      const other = new Map<string, { bring(): Promise<unknown> }>(Object.entries(words.parts)).get(name)
      const said = sentencesOf(await other?.bring()).toSorted()
      expect(said, `${language} ${name}`).toEqual(sentencesOf(await part.bring()).toSorted())
    }
  }
})
