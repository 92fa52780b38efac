import { searchKey } from '../../../rules/audience/search-key.ts'

/** What a line of the palette is found by: what it says, whom it is about, and what else one may type for it. */
export type Findable = { name: string; who: string; also: string }

/** What is typed, in words as names are searched for; their order does not count. [AUDIENCE-7] */
export function wordsOf(typed: string): string[] {
  return searchKey(typed)
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * How far a line is from what was typed, 0 for what says it all; null where a word is in none of it. An act is meant by its first word,
 * and rather by another word for it than by one that it only holds: *chat with Mei* makes nobody a chat moderator.
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
  // A language without spaces has its words in the middle.
  return name.includes(word) || who.includes(word) ? 3 : null
}

/** Whether a word begins so, in a text that is a search key. */
export function begins(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`)
}
