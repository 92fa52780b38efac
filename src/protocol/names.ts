import * as v from 'valibot'

/** The longest name of a person or a room, in characters (code points). */
export const NAME_MAX = 100

/** Why a name cannot be taken. */
export type NameFault = 'name-empty' | 'name-long'

/**
 * What somebody typed into one line, as it may come over the wire: measured before any work is done on it, in UTF-16 code units, and
 * generous, so that what is too long is answered in words.
 */
export const Typed = v.pipe(v.string(), v.maxLength(4_000))

// More code units than that are no name: a character has at most two, and marks over the eighth are cut.
const UNITS_MAX = 10 * NAME_MAX

// Control characters, lone surrogates, and marks that turn the direction of what follows: a name must not reach out of its place.
const UNWANTED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFF9-\uFFFB]/gu

// What a font does not draw (Unicode: Default_Ignorable_Code_Point), so that two names that look alike are one; but not joiners and
// variation marks, which some scripts and emoji need.
const INVISIBLE = /(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu

// A joiner, or a variation mark, after what does not change by it.
const IDLE_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\p{Join_Control}/gu
const IDLE_VARIATION = /(?<![\p{Script=Han}\p{Script=Mongolian}\p{Emoji}])\p{Variation_Selector}/gu
const JOINER_AT_END = /\p{Join_Control}+(?=\s|$)/gu

// Letters and signs that are drawn as nothing: the fillers of Hangul, which are ignorable too, and the empty Braille cell.
const BLANK = /[\u115F\u1160\u3164\uFFA0\u2800]/gu

/**
 * Tidies what somebody typed as a name of a person or a room: one space between words, none around, nothing invisible.
 * Gives the name, or why it cannot be one. [NAME-1] [NAME-2]
 */
export function readName(typed: string): { name: string } | { fault: NameFault } {
  if (typed.length > UNITS_MAX) return { fault: 'name-long' }
  const name = tidy(typed)
  if (!isSeen(name)) return { fault: 'name-empty' }
  if (lengthOf(name) > NAME_MAX) return { fault: 'name-long' }
  return { name }
}

/** The longest reason of a raised hand, in characters (code points). [HAND-5] */
export const REASON_MAX = 120

/** Tidies why somebody raises a hand, as a name is tidied; empty where nothing of it can be seen, null where it is too long. */
export function readReason(typed: string): string | null {
  if (typed.length > UNITS_MAX) return null
  const reason = tidy(typed)
  if (!isSeen(reason)) return ''
  return lengthOf(reason) > REASON_MAX ? null : reason
}

function tidy(typed: string): string {
  const plain = withoutPiles(typed).normalize('NFC').replace(BLANK, ' ').replace(UNWANTED, ' ')
  const seen = plain.replace(INVISIBLE, '').replace(IDLE_JOINER, '').replace(IDLE_VARIATION, '')
  return seen.replace(/\s+/gu, ' ').trim().replace(JOINER_AT_END, '')
}

/** Whether a text holds at least one sign that can be seen: a space, a mark or a joiner alone is none. */
export function isSeen(text: string): boolean {
  return /[^\p{Cf}\p{M}\s\u115F\u1160\u3164\uFFA0\u2800]/u.test(text)
}

/**
 * Cuts runs of combining marks after the eighth: no language has more on a letter, and a pile of them is drawn over its neighbours. To
 * be done before a text is normalised, which takes the longer for each mark the more there are.
 */
export function withoutPiles(text: string): string {
  return text.replace(/(\p{M}{8})\p{M}+/gu, '$1')
}

/** The length of a name in characters as people count them, roughly: code points. */
export function lengthOf(name: string): number {
  return Array.from(name).length
}
