import { graphemesOf } from '../../i18n/graphemes.ts'

const SEEN = /[\p{L}\p{N}\p{So}]/u

/** The one or two letters that stand for a person whose camera is off. [TILE-3] */
export function initialsOf(name: string): string {
  // The number that tells people of one name apart is no initial. [NAME-4]
  const words = name.split(' ').filter((word) => SEEN.test(word) && !/^\(\d+\)$/.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .flatMap((word) => (word ? [firstSeen(word)] : []))
    .join('')
  return letters.toUpperCase() || firstSeen(name)
}

function firstSeen(word: string): string {
  const signs = graphemesOf(word)
  return signs.find((sign) => SEEN.test(sign)) ?? signs[0] ?? ''
}
