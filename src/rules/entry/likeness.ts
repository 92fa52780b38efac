import { remembered } from '../remembered.ts'

/**
 * Letters of other scripts that look like Latin ones, each with the letter that it is taken for: those of Unicode's confusables (UTS #39)
 * that can be in a name. Accents are removed before. Capitals come first whose small letter looks different.
 */
const CAPITALS = drawnAs({
  a: 'ᎪꓮⲀ',
  b: 'ΒᏴꓐ',
  c: 'ᏟꓚⲤ',
  d: 'Ꭰꓓ',
  e: 'Ꭼꓰ',
  f: 'Ϝꓝ',
  g: 'ԌᏀꓖ',
  h: 'ΗᎻꓧⲎ',
  i: 'ꓲⲒ',
  j: 'Ꭻꓙ',
  k: 'ᏦꓗⲔ',
  l: 'ԼᏞꓡ',
  m: 'ᎷꓟⲘ',
  n: 'ΝꓠⲚ',
  o: 'ꓳⲞ',
  p: 'ᏢꓑⲢ',
  r: 'Ꭱꓣ',
  s: 'ՏᏚꓢ',
  t: 'ᎢꓔⲦ',
  u: 'Սꓴ',
  v: 'ѴᏙꓦ',
  w: 'Ꮃꓪ',
  x: 'ΧꓫⲬ',
  y: 'ΥᎩꓬⲨ',
  z: 'ΖᏃꓜ',
})

const DRAWN_ALIKE = drawnAs({
  a: 'аɑαᴀ',
  b: 'ьвβʙɓƀ',
  c: 'сϲᴄƈⲥ',
  d: 'ԁđɖɗðᴅ',
  e: 'еєҽεᴇɛ',
  f: 'ƒꜰϝ',
  g: 'ɡցɢɠǥ',
  h: 'һհнħʜɦ',
  i: 'іıιӏɪɨᎥⲓ',
  j: 'јʝϳᴊȷɉ',
  k: 'кκᴋƙⲕ',
  l: 'łʟɫɭƚ',
  m: 'мμᴍɱⲙ',
  n: 'пηոɴŋɲɳƞ',
  o: 'оοօσøɵᴏⲟ',
  p: 'рρᴘþƥⲣ',
  q: 'ԛգɋ',
  r: 'гʀɍɽ',
  s: 'ѕꜱʂȿ',
  t: 'тτᴛŧƭʈⲧ',
  u: 'υսцᴜʉ',
  v: 'νѵᴠʋ',
  w: 'ԝωѡաᴡ',
  x: 'хχⲭ',
  y: 'уγүʏƴɏⲩ',
  z: 'ᴢƶȥʐ',
})

function drawnAs(letters: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(letters).flatMap(([letter, all]) => Array.from(all, (each) => [each, letter] as const)))
}

/** Enclosed letters (circled, squared, regional), which Unicode does not classify as letters: the first of each alphabet. */
const ENCLOSED = [0x1_f1_50, 0x1_f1_70, 0x1_f1_e6]
const LETTERS = 26

/**
 * What does not tell two names apart: spaces, accents, Hebrew and Arabic points, hyphens, dots and apostrophes. The marks of other scripts
 * are vowels, and those of kana make a different letter.
 */
const SLIGHT = /(?![\u3099\u309A])[\p{Script=Inherited}\u0591-\u05C7\u0483-\u0489\p{Z}\p{Pd}\p{Cf}.,'’‘`´_·|]/gu
const NUMBER = / \(\d+\)$/u

/** A name without the number that tells it from the same name of others. [NAME-4] */
export function bareName(name: string): string {
  return name.replace(NUMBER, '')
}

/** That number, as it stands after the name; empty if there is none. [NAME-4] */
export function numberOf(name: string): string {
  return NUMBER.exec(name)?.[0] ?? ''
}

/** The key under which two names look the same: without capitals, accents, and the script of a letter. [NAME-4] */
export const likenessOf = remembered((name) => {
  const plain = bareName(name).normalize('NFKD').replace(SLIGHT, '')
  const small = Array.from(plain, (sign) => CAPITALS.get(sign) ?? sign)
    .join('')
    .toLowerCase()
  const latin = Array.from(small, (sign) => DRAWN_ALIKE.get(sign) ?? letterIn(sign)).join('')
  // A name of nothing but marks and points stays as it is.
  return latin || name
})

function letterIn(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const start = ENCLOSED.find((at) => code >= at && code < at + LETTERS)
  return start === undefined ? sign : String.fromCodePoint(code - start + 0x61)
}

/** The key under which one name can be taken for another at a glance: letters and digits that look nearly the same count as the same too. [NAME-5] */
export function looksOf(name: string): string {
  return likenessOf(name)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll(/[il1!ןו]/g, 'l')
    .replaceAll(/[0ס]/g, 'o')
    .replaceAll('3', 'e')
    .replaceAll('5', 's')
}
