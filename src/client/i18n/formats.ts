/** A sentence for each plural form that a language has; `#` stands for the number. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

const MINUTE = 60_000

/** The language in the manner of the visitor's country, where the browser names one. */
export function placeOf(language: string): string {
  const tags = globalThis.navigator?.languages ?? []
  return tags.find((tag) => tag.split('-')[0] === language) ?? language
}

/** How a language writes numbers, counts, times and lists. */
export function formatsOf(language: string) {
  const place = placeOf(language)
  const format = new Intl.NumberFormat(place)
  const plural = new Intl.PluralRules(language)
  const ordinal = new Intl.PluralRules(language, { type: 'ordinal' })
  const time = new Intl.DateTimeFormat(place, { timeStyle: 'short' })
  const date = new Intl.DateTimeFormat(place, { dateStyle: 'short', timeStyle: 'short' })
  const list = new Intl.ListFormat(language)
  const number = (n: number) => format.format(n)
  const fill = (n: number, form: string) => form.replace('#', number(n))
  return {
    number,
    /** So many of something. */
    count: (n: number, forms: Forms) => fill(n, forms[plural.select(n)] ?? forms.other),
    /** A place in a row. */
    nth: (n: number, forms: Forms) => fill(n, forms[ordinal.select(n)] ?? forms.other),
    /** A time of day. */
    clock: (at: number) => time.format(at),
    /** A day, and the time of it. */
    day: (at: number) => date.format(at),
    /** One, two and three. */
    list: (all: readonly string[]) => list.format(all),
    /** A span in whole minutes, at least one. */
    minutes: (ms: number, forms: Forms) => {
      const n = Math.max(1, Math.round(ms / MINUTE))
      return fill(n, forms[plural.select(n)] ?? forms.other)
    },
  }
}

/** A name in the middle of a sentence that runs the other way: it neither turns nor is turned. */
export const isolate = (name: string): string => `\u2068${name}\u2069`
