// Letters with their marks, flags, and joined emoji; nearly what the standard says (UAX #29).
const CLUSTER = /\p{RI}\p{RI}|[^\p{M}\u200D](?:\p{M}|\p{EMod}|\u200D[^\p{M}\u200D])*|[^]/gu

/** A text in characters as people see them: a family is one. Firefox before 125 has no Intl.Segmenter. */
export function graphemesOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return text.match(CLUSTER) ?? []
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
}
