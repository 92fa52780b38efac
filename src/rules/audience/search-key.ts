/** Letters that Unicode does not decompose, each with what people with another keyboard type for it. */
const LETTERS = [
  'łl øo đd ðd ħh ıi ŧt ŋn ĸk əe ßss æae œoe þth',
  // Forms of a letter at the end of a word.
  'ςσ ךכ םמ ןנ ףפ ץצ',
  // Arabic and Persian keyboards produce different code points for the same letter. The stroke that lengthens a word is no letter.
  'ىي یي کك ةه ٱا ـ',
  "’' ‘' ʼ' ´' `' ‐- ‑- –- —-",
]
const TYPED = new Map(LETTERS.flatMap((all) => all.split(' ')).map((pair) => [pair.slice(0, 1), pair.slice(1)]))
const OTHERS = new RegExp(`[${[...TYPED.keys()].join('')}]`, 'gu')

// Most names are plain ASCII; the others take ten times as long.
const PLAIN = /^[\x20-\x7e]*$/

/** [AUDIENCE-7] The key by which a name is searched: without case, accents, width or variants of a letter. */
export function searchKey(name: string): string {
  const key = PLAIN.test(name) ? name.toLowerCase() : unaccented(name)
  return key.trim().replaceAll(/\s+/g, ' ')
}

function unaccented(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.replace(OTHERS, (letter) => TYPED.get(letter) ?? '')
}
