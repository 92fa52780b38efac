/** Letters that no decomposition takes apart, each with what people type for it who have another keyboard. */
const LETTERS = [
  'łl øo đd ðd ħh ıi ŧt ŋn ĸk əe ßss æae œoe þth',
  // The last letter of a word is the same letter.
  'ςσ ךכ םמ ןנ ףפ ץצ',
  // Arabic and Persian keyboards write one letter in two ways; the stroke that lengthens a word is none.
  'ىي یي کك ةه ٱا ـ',
  "’' ‘' ʼ' ´' `' ‐- ‑- –- —-",
]
const TYPED = new Map(LETTERS.flatMap((all) => all.split(' ')).map((pair) => [pair.slice(0, 1), pair.slice(1)]))
const OTHERS = new RegExp(`[${[...TYPED.keys()].join('')}]`, 'gu')

// Most names are; the others take ten times as long.
const PLAIN = /^[\x20-\x7e]*$/

/** [AUDIENCE-7] A name as it is searched for: of its letters neither case, accent, width nor the way of writing them counts. */
export function searchKey(name: string): string {
  const key = PLAIN.test(name) ? name.toLowerCase() : unaccented(name)
  return key.trim().replaceAll(/\s+/g, ' ')
}

function unaccented(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.replace(OTHERS, (letter) => TYPED.get(letter) ?? '')
}
