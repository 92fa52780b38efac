/** The longest name of a person or a room, in characters (code points). */
export const NAME_MAX = 100

/** Why a name cannot be taken. */
export type NameFault = 'name-empty' | 'name-long'

// Control characters, lone surrogates and marks that turn the direction of what follows: a name must not reach out of its place.
const UNWANTED =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu

/**
 * Tidies what somebody typed as a name of a person or a room: one space between words, none around, nothing invisible.
 * Gives the name, or why it cannot be one. [NAME-1] [NAME-2]
 */
export function readName(typed: string): { name: string } | { fault: NameFault } {
  const name = tidy(typed)
  // A joiner or a variation mark alone is not a name: it must hold something that can be seen.
  if (!/[^\p{Cf}\p{Mn}\s]/u.test(name)) return { fault: 'name-empty' }
  if (lengthOf(name) > NAME_MAX) return { fault: 'name-long' }
  return { name }
}

/** The longest reason of a raised hand, in characters (code points). [HAND-5] */
export const REASON_MAX = 120

/** Tidies why somebody raises a hand, as a name is tidied; null where it is too long. */
export function readReason(typed: string): string | null {
  const reason = tidy(typed)
  return lengthOf(reason) > REASON_MAX ? null : reason
}

function tidy(typed: string): string {
  return typed.normalize('NFC').replace(UNWANTED, ' ').replace(/\s+/gu, ' ').trim()
}

/** The length of a name in characters as people count them, roughly: code points. */
export function lengthOf(name: string): number {
  return Array.from(name).length
}

/** The one or two letters that stand for a person whose camera is off. [TILE-3] */
export function initialsOf(name: string): string {
  const words = name.split(' ').filter((word) => /[\p{L}\p{N}\p{So}]/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .flatMap((word) => (word ? [firstSeen(word)] : []))
    .join('')
  return letters.toUpperCase() || firstSeen(name)
}

// Emoji may be several code points: a family must not be cut into its father.
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function firstSeen(word: string): string {
  for (const { segment } of graphemes.segment(word)) if (/[\p{L}\p{N}\p{So}]/u.test(segment)) return segment
  return word.slice(0, 1)
}
