import { lengthsOf } from './lengths.ts'
import { placeOf } from './language.ts'
import type { Millis } from '../../protocol/types.ts'

/** A sentence for each plural form that a language has, or for one number alone (`=1`); each is given the number as it is written. */
type Forms = { other: (n: string) => string } & Record<string, ((n: string) => string) | undefined>

/** How a language writes numbers, counts, times and lists; compiled messages write by it too. `rtl`: names in a list stand apart. */
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
  /** A name or a word that is put into a sentence. */
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

/** A name in the middle of a sentence that runs the other way: it neither turns nor is turned (UAX #9, FSI and PDI). */
const isolate = (name: string): string => `\u2068${name}\u2069`
