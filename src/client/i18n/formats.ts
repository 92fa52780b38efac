import { lengthsOf } from './lengths.ts'
import { placeOf } from './language.ts'
import type { Millis } from '../../protocol/types.ts'

/** A sentence for each plural form of a language, or for one number alone (`=1`); each is called with the formatted number. */
type Forms = { other: (n: string) => string } & Record<string, ((n: string) => string) | undefined>

/** The formats of a language for numbers, counts, times and lists; compiled messages use them too. `isRightToLeft`: names in a list are isolated. */
export function formatsOf(language: string, isRightToLeft = false) {
  const place = placeOf(language)
  const format = new Intl.NumberFormat(place)
  const plurals = new Intl.PluralRules(language)
  const ordinals = new Intl.PluralRules(language, { type: 'ordinal' })
  const times = new Intl.DateTimeFormat(place, { timeStyle: 'short' })
  const dates = new Intl.DateTimeFormat(place, { dateStyle: 'short' })
  const days = new Intl.DateTimeFormat(place, { dateStyle: 'short', timeStyle: 'short' })
  const lists = new Intl.ListFormat(language)
  let lengths: ReturnType<typeof lengthsOf> | undefined
  const number = (n: number) => format.format(n)
  /** A name or a word inside a sentence. */
  const text = isRightToLeft ? isolate : (word: string) => word
  const form = (n: number, rules: Intl.PluralRules, forms: Forms) =>
    (forms[`=${n}`] ?? forms[rules.select(n)] ?? forms.other)(number(n))
  return {
    number,
    plural: (n: number, forms: Forms) => form(n, plurals, forms),
    ordinal: (n: number, forms: Forms) => form(n, ordinals, forms),
    /** A time of day. */
    time: (at: number) => times.format(at),
    date: (at: number) => dates.format(at),
    /** A day, and the time of it. */
    day: (at: number) => days.format(at),
    /** One, two and three. */
    list: (all: readonly string[]) => lists.format(all.map(text)),
    text,
    /** 2 min 10 sec. */
    length: (length: Millis) => (lengths ??= lengthsOf(language))(length),
  }
}

export type Formats = ReturnType<typeof formatsOf>

/** A name inside a sentence of the other direction: neither changes the other's order (UAX #9, FSI and PDI). */
const isolate = (name: string): string => `\u2068${name}\u2069`
