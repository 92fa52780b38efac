// Letters with their marks, flags, and pictures that are joined from several; nearly what the standard says (UAX #29).
const CLUSTER = /\p{RI}\p{RI}|[^\p{M}\u200D](?:\p{M}|\p{EMod}|\u200D[^\p{M}\u200D])*|[^]/gu

/** A text in the signs that people see: a family is one, and not its father. Firefox before 125 cannot tell them by itself. */
export function graphemesOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return text.match(CLUSTER) ?? []
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
}
