/**
 * Letters of other scripts that are drawn as Latin ones, each with the letter that it is taken for: of Unicode's confusables (UTS #39)
 * those that a name can be made of. Capitals are made small and accents taken off before.
 */
const DRAWN_ALIKE = new Map<string, string>([
  ...pairs('аɑα', 'a'),
  ...pairs('ьЬв', 'b'),
  ...pairs('сϲ', 'c'),
  ...pairs('ԁ', 'd'),
  ...pairs('еєҽε', 'e'),
  ...pairs('ɡց', 'g'),
  ...pairs('һհн', 'h'),
  ...pairs('іıιӏ', 'i'),
  ...pairs('јʝ', 'j'),
  ...pairs('кκ', 'k'),
  ...pairs('ⅼ', 'l'),
  ...pairs('мμ', 'm'),
  ...pairs('пηո', 'n'),
  ...pairs('оοօσ', 'o'),
  ...pairs('рρ', 'p'),
  ...pairs('ԛ', 'q'),
  ...pairs('г', 'r'),
  ...pairs('ѕ', 's'),
  ...pairs('тτ', 't'),
  ...pairs('υսц', 'u'),
  ...pairs('νѵ', 'v'),
  ...pairs('ԝωѡ', 'w'),
  ...pairs('хχ', 'x'),
  ...pairs('уγү', 'y'),
  ...pairs('ᴢ', 'z'),
  ...pairs('øðþ', 'o'),
  ...pairs('ł', 'l'),
  ...pairs('đ', 'd'),
])

function pairs(letters: string, letter: string): [string, string][] {
  return Array.from(letters, (each) => [each, letter])
}

/** What does not tell two names apart: spaces, marks, hyphens, points and apostrophes. */
const SLIGHT = /[\p{M}\p{Z}\p{Pd}\p{Cf}.,'’‘`´_·|]/gu
const NUMBERED = / \(\d+\)$/u

/** A name without the number that tells it from another of the same. [NAME-4] */
export function bareName(name: string): string {
  return name.replace(NUMBERED, '')
}

/** By what two names are the same to the eye: neither capitals nor accents count, nor from which script a letter is. [NAME-4] */
export function likenessOf(name: string): string {
  const plain = bareName(name).normalize('NFKD').replace(SLIGHT, '').toLowerCase()
  const latin = Array.from(plain, (sign) => DRAWN_ALIKE.get(sign) ?? sign).join('')
  // A name of marks and points alone is as it is.
  return latin || name
}

/** By what one name can be taken for another at a glance: also by letters and figures that are drawn nearly alike. [NAME-5] */
export function looksOf(name: string): string {
  return likenessOf(name)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[il1!]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
}
