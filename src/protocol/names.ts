import * as v from 'valibot'

/** The longest name of a person or a room, in characters (code points). */
export const NAME_MAX = 100

/** Why a name is rejected. */
export type NameFault = 'name-empty' | 'name-long'

/**
 * One line of typed text in a frame. Its length, in UTF-16 code units, is checked before anything else is done. The limit is generous, so
 * that a text that is too long for its purpose is answered with a reason.
 */
export const Typed = v.pipe(v.string(), v.maxLength(4_000))

// A text with more code units is no name: a character has at most two, and combining marks after the eighth are removed.
const UNITS_MAX = 10 * NAME_MAX

// Control characters, lone surrogates, and marks that change the direction of what follows: a name must not reach out of its place.
const UNWANTED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFF9-\uFFFB]/gu

// Characters that fonts do not draw (Unicode: Default_Ignorable_Code_Point), so that two names that look the same are the same. Joiners and
// variation selectors stay, because some scripts and emoji need them.
const INVISIBLE = /(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu

// A joiner or variation selector after a character that it does not change.
const IDLE_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\p{Join_Control}/gu
const IDLE_VARIATION = /(?<![\p{Script=Han}\p{Script=Mongolian}\p{Emoji}])\p{Variation_Selector}/gu
const JOINER_AT_END = /\p{Join_Control}+(?=\s|$)/gu

// Letters and signs that are drawn as nothing: the Hangul fillers and the blank Braille cell.
const BLANK = /[\u115F\u1160\u3164\uFFA0\u2800]/gu

/**
 * Normalises the name of a person or a room: one space between words, none around, nothing invisible. Gives the name, or why it is
 * rejected. [NAME-1] [NAME-2]
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

/** Normalises the reason of a raised hand like a name; empty if nothing of it is visible, null if it is too long. */
export function readReason(typed: string): string | null {
  return readLine(typed, REASON_MAX)
}

/** Normalises one line of at most `most` characters like a name; empty if nothing of it is visible, null if it is too long. */
export function readLine(typed: string, most: number): string | null {
  if (typed.length > 10 * most) return null
  const line = tidy(typed)
  if (!isSeen(line)) return ''
  return lengthOf(line) > most ? null : line
}

function tidy(typed: string): string {
  const plain = withoutPiles(typed).normalize('NFC').replace(BLANK, ' ').replace(UNWANTED, ' ')
  const seen = plain.replace(INVISIBLE, '').replace(IDLE_JOINER, '').replace(IDLE_VARIATION, '')
  return seen.replace(/\s+/gu, ' ').trim().replace(JOINER_AT_END, '')
}

/** Whether a text has at least one visible character: a space, a mark or a joiner alone is none. */
export function isSeen(text: string): boolean {
  return /[^\p{Cf}\p{M}\s\u115F\u1160\u3164\uFFA0\u2800]/u.test(text)
}

/**
 * Removes combining marks after the eighth on a letter: no language uses more, and a pile of them is drawn over its neighbours. Must be
 * done before a text is normalised, because normalising gets slower with each mark.
 */
export function withoutPiles(text: string): string {
  return text.replace(/(\p{M}{8})\p{M}+/gu, '$1')
}

/** The length of a name, roughly as people count characters: in code points. */
export function lengthOf(name: string): number {
  return Array.from(name).length
}
