import { expect, test } from 'vitest'
import { Refusal } from '../../protocol/refusals.ts'
import { messagesIn } from './messages-in.ts'
import { LANGUAGES } from '../../protocol/language.ts'

test.for(LANGUAGES)('every refusal is said in words of its own: %s', async (language) => {
  const { refusal: words } = (await messagesIn(language)).core
  const said = Refusal.options.map((refusal) => words[refusal])
  for (const sentence of said) expect(sentence).toMatch(/^\P{Ll}.{7,}[.。]$/u)
  expect(new Set(said).size).toBe(said.length)
})

// WCAG 2.2, 2.5.3: who speaks to the page says what is read there.
test.for(LANGUAGES)('a device’s switch is called what is read on it: %s', async (language) => {
  const core = (await messagesIn(language)).core
  for (const on of [true, false]) {
    expect(core.turnMic({ on }).toLocaleLowerCase(language)).toContain(core.microphoneShort.toLocaleLowerCase(language))
    expect(core.turnCamera({ on }).toLocaleLowerCase(language)).toContain(core.camera.toLocaleLowerCase(language))
  }
})

test('[LANG-4] counts and places in a row follow the rules of the language', async () => {
  const { nth: english } = (await messagesIn('en')).core
  expect([1, 2, 3, 4, 11, 21].map((n) => english({ n }))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st'])
  const { viewers: hebrew } = (await messagesIn('he')).core
  expect([1, 2, 3].map((n) => hebrew({ n }))).toEqual(['צופה אחד', 'שני צופים', '3 צופים'])
  const { nth: french } = (await messagesIn('fr')).core
  expect([1, 2].map((n) => french({ n }))).toEqual(['1er', '2e'])
  const { viewers: japanese } = (await messagesIn('ja')).core
  expect([1, 2].map((n) => japanese({ n }))).toEqual(['視聴者1人', '視聴者2人'])
})

test('[LANG-4] several people are one by name, two by name, or one and how many others', async () => {
  const { asksToJoin: english } = (await messagesIn('en')).notifications
  const of = (...names: string[]) =>
    english({ n: names.length, first: names[0] ?? '', second: names[1] ?? '', others: names.length - 1 })
  expect([of('Noor'), of('Noor', 'Mei'), of('Noor', 'Mei', 'Amara', 'Bo')]).toEqual([
    'Noor asks to join the stage',
    'Noor and Mei ask to join the stage',
    'Noor and 3 others ask to join the stage',
  ])
})

test('a name that is not known has words of its own, and one with signs of the format stays as it is', async () => {
  const { muted } = (await messagesIn('de')).notifications
  expect(muted({ who: '' })[0]).toBe('Die Moderation hat Sie stummgeschaltet.')
  expect(muted({ who: '{who} # ${1}' })[0]).toBe('{who} # ${1} hat Sie stummgeschaltet.')
})

test('[LANG-3] in a language from the right a name stands apart, so that it turns nothing round', async () => {
  const { writeTo } = (await messagesIn('he')).chat
  expect(writeTo({ name: 'Mei (2)' })).toContain('\u2068Mei (2)\u2069')
})
