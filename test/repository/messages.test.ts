import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import {
  catalogue,
  declarations,
  languages,
  LOCALES,
  moduleOf,
  parametersOf,
  partsOf,
  type Messages,
} from '../../scripts/messages.mjs'
import { pseudo } from '../../scripts/pseudo.mjs'
import { LANGUAGES } from '../../src/protocol/language.ts'

/** Every message of a catalogue, by the way to it. */
function* messagesOf(source: Messages, way: string): Generator<[way: string, message: string]> {
  if (typeof source === 'string') yield [way, source]
  else if (Array.isArray(source)) for (const [n, each] of source.entries()) yield* messagesOf(each, `${way}.${n}`)
  else for (const [key, each] of Object.entries(source)) yield* messagesOf(each, `${way}.${key}`)
}

/** The words of mails, which the server says. */
const mailWords = (language: string) =>
  JSON.parse(
    readFileSync(join(LOCALES, '..', '..', '..', 'server', 'mail', 'locales', `${language}.json`), 'utf8'),
  ) as Messages

const allOf = (language: string) =>
  new Map([
    ...partsOf(language).flatMap((part) => [...messagesOf(catalogue(language, part), part)]),
    ...messagesOf(mailWords(language), 'mail'),
  ])

const ENGLISH = allOf('en')

/** All choices by a number within a message. */
function pluralsIn(elements: readonly MessageFormatElement[]): { type: 'cardinal' | 'ordinal'; keys: string[] }[] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsIn(value))
    const keys = Object.keys(element.options)
    return element.type === TYPE.select ? inner : [{ type: element.pluralType ?? 'cardinal', keys }, ...inner]
  })
}

/** The forms that a language uses for numbers from 1, and that a choice neither has nor names by the number itself. */
function missingForms(language: string, { type, keys }: { type: 'cardinal' | 'ordinal'; keys: string[] }): string[] {
  const rules = new Intl.PluralRules(language, { type })
  const isList = keys.includes('=1') && keys.includes('=2')
  const numbers = [...Array.from({ length: 200 }, (_, n) => n + 1), ...(isList ? [] : [1_000_000])]
  const used = numbers.filter((n) => !keys.includes(`=${n}`)).map((n) => rules.select(n))
  return [...new Set(used)].filter((form) => !keys.includes(form))
}

/** Signs of a word in Chinese characters are twice as wide. */
const widthOf = (text: string) =>
  [...text.matchAll(/./gu)].reduce((sum, [sign]) => sum + (/[\u3000-\u9fff\uff00-\uffef]/u.test(sign) ? 2 : 1), 0)

/** What stands where space is short, and how wide it may be, in latin letters. */
const WIDEST: Record<string, number> = {
  // Under a sign of the toolbar.
  'core.microphoneShort': 12,
  'core.camera': 12,
  'core.raiseHand': 18,
  'core.lowerHand': 18,
  'core.leave': 12,
  'core.leaveStage': 20,
  'core.joinStage': 20,
  'core.askToJoin': 28,
  'core.settings': 14,
  'reactions.reactions': 14,
  'room.more': 8,
  'room.shareScreen': 20,
  'room.stopSharing': 20,
  // A tab of the panel on a phone.
  'panel.tab.chat': 10,
  'panel.tab.participants': 16,
  // A button beside a name.
  'core.dismiss': 12,
  'core.decline': 12,
}

test('there is a catalogue for each language, and for no other', () => {
  expect(languages().toSorted()).toEqual([...LANGUAGES].toSorted())
})

test.for(LANGUAGES)('[LANG-4] every message is there, and none that nobody asks for: %s', (language) => {
  expect([...allOf(language).keys()].toSorted()).toEqual([...ENGLISH.keys()].toSorted())
})

test.for(LANGUAGES)(
  '[LANG-4] every message can be read, and is given what the English one is given: %s',
  (language) => {
    for (const [way, message] of allOf(language)) {
      const english = parametersOf(ENGLISH.get(way) ?? '')
      for (const [name, type] of parametersOf(message))
        expect(english.get(name), `${language} ${way} {${name}}`).toBe(type)
      if (ENGLISH.get(way) !== '') continue
      expect(message, `${language} ${way}`).toBe('')
    }
  },
)

test.for(LANGUAGES)('[LANG-4] a choice by a number has every form of the language: %s', (language) => {
  const gaps = [...allOf(language)].flatMap(([way, message]) =>
    pluralsIn(parse(message)).flatMap((choice) => missingForms(language, choice).map((form) => `${way}: ${form}`)),
  )
  expect(gaps).toEqual([])
})

test.for(LANGUAGES)('what stands where space is short is short: %s', (language) => {
  const all = allOf(language)
  const tooWide = Object.entries(WIDEST).filter(([way, most]) => widthOf(all.get(way) ?? '') > most)
  expect(tooWide).toEqual([])
  for (const way of Object.keys(WIDEST)) expect(all.get(way), way).toBeTruthy()
})

test('the types of the messages are those of the English ones; `npm run messages` makes them', () => {
  expect(readFileSync(join(LOCALES, '..', 'message-types.ts'), 'utf8')).toBe(declarations())
})

test('what a translator may write and no page could show is named', () => {
  expect(() => moduleOf('{who, select, she {Her} he {His} other {Their}} hand')).toThrow('none and other')
  expect(() => moduleOf('<b>{who}</b>')).toThrow('no tags')
  expect(() => moduleOf('{n, plural, one {# hand}}')).toThrow(/other/i)
})

test('the lengthened English has every message, with the same to put in', () => {
  expect(pseudo('Write to {name}')).toMatch(/^\[Ŵ?.*\{name\}~+\]$/u)
  for (const part of partsOf('en'))
    for (const [way, message] of messagesOf(pseudo(catalogue('en', part)), part))
      expect(parametersOf(message), way).toEqual(parametersOf(ENGLISH.get(way) ?? ''))
})
