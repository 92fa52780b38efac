import { expect, test } from 'vitest'
import { directionOf, LANGUAGES, pickLanguage } from './language.ts'

test('[LANG-1] the first language that somebody wants and that there is', () => {
  expect(pickLanguage(['', 'da-DK', 'de-AT', 'fr'])).toBe('de')
  expect(pickLanguage(['ja-JP'])).toBe('ja')
  expect(pickLanguage(['iw'])).toBe('he')
  expect(pickLanguage(['ES_mx'])).toBe('es')
})

test('[LANG-1] English, where nothing else is wanted, or nothing that there is', () => {
  expect(pickLanguage([])).toBe('en')
  expect(pickLanguage(['', 'tlh', 'x-none'])).toBe('en')
})

test('[LANG-3] only Hebrew begins at the right', () => {
  expect(LANGUAGES.filter((each) => directionOf(each) === 'rtl')).toEqual(['he'])
})
