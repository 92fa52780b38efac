import { searchKey } from '../../../rules/audience/search-key.ts'

/** The texts by which a line is found: its label, its person's name, and other words for the same thing. */
export type Findable = { name: string; who: string; also: string }

/** The typed words, as search keys; their order does not matter. [AUDIENCE-7] */
export function wordsOf(typed: string): string[] {
  return searchKey(typed)
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * How well a line matches the typed words: 0 is best, null is no match. The first word of a label counts most, then other words for the
 * same thing, then words inside the label: *chat with Mei* should not offer to make Mei a chat moderator first.
 */
export function distanceOf(words: readonly string[], line: Findable): number | null {
  const [name, who, also] = [searchKey(line.name), searchKey(line.who), searchKey(line.also)]
  let sum = 0
  for (const word of words) {
    const distance = distanceTo(word, name, who, also)
    if (distance === null) return null
    sum += distance
  }
  return sum
}

function distanceTo(word: string, name: string, who: string, also: string): number | null {
  if (name.startsWith(word) || begins(who, word)) return 0
  if (begins(also, word)) return 1
  if (begins(name, word)) return 2
  // Languages without spaces have their words in the middle.
  return name.includes(word) || who.includes(word) ? 3 : null
}

/** Whether a word of a search key begins like this. */
export function begins(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`)
}
