import * as v from 'valibot'
import { isSeen, lengthOf, withoutPiles } from './names.ts'
import { Id, Role } from './types.ts'

/** The longest message, in characters (code points). [CHAT-2] */
export const MESSAGE_MAX = 2_000
/** The most messages in one answer. */
export const MESSAGES_MAX = 50
/** The choices of slow mode: seconds between two messages of one person. [CHAT-9] */
export const SLOWNESS = [0, 5, 10, 30, 60, 300] as const
export const Slowness = v.picklist(SLOWNESS)
export type Slowness = v.InferOutput<typeof Slowness>

/** What is shown of a message in a reply to it. */
export const Quote = v.object({ n: v.number(), name: v.string(), text: v.string() })
export type Quote = v.InferOutput<typeof Quote>

/**
 * A message as one person may read it. `n` orders a conversation, from 1. Name, role and `chatModerator` are the author's at the time of
 * writing. `liked`: by the reader.
 */
export const Message = v.object({
  n: v.number(),
  person: Id,
  name: v.string(),
  role: Role,
  chatModerator: v.boolean(),
  at: v.number(),
  text: v.string(),
  quote: v.nullable(Quote),
  likes: v.number(),
  liked: v.boolean(),
})
export type Message = v.InferOutput<typeof Message>

/** The pinned message, and who wrote it. [CHAT-6] */
export const Pinned = v.object({
  n: v.number(),
  person: v.optional(v.string(), ''),
  name: v.string(),
  text: v.string(),
})
export type Pinned = v.InferOutput<typeof Pinned>

/** A private conversation: the other person, and the newest message. */
export const Thread = v.object({ person: Id, name: v.string(), at: v.number(), text: v.string() })
export type Thread = v.InferOutput<typeof Thread>

/** Feedback on the room: a mark out of five, and a text, which may be empty. */
export const MARK_MAX = 5
export const Mark = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MARK_MAX))
export const Feedback = v.object({ name: v.string(), at: v.number(), mark: v.number(), text: v.string() })
export type Feedback = v.InferOutput<typeof Feedback>

/**
 * A text of several lines in a frame. Longer than a message can be, so that a message that is too long is answered with a reason, as with
 * `Typed`.
 */
export const TypedText = v.pipe(v.string(), v.maxLength(12_000))
// A character has at most two code units, and combining marks after the eighth on a letter are removed.
const UNITS = 2.5

// Control characters except the end of a line, lone surrogates, and marks that would change the direction of the text around them [CHAT-12].
const UNWANTED = /[^\P{Cc}\n]|[\p{Cs}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu

/** Normalises the text of a message, or gives the reason why it cannot be one. [CHAT-2] [CHAT-12] */
export function readMessage(typed: string): { text: string } | { fault: 'message-empty' | 'message-long' } {
  const text = readWords(typed)
  if (text === null) return { fault: 'message-long' }
  return isSeen(text) ? { text } : { fault: 'message-empty' }
}

/**
 * Normalises text of several lines: nothing that reaches out of its place, and at most one empty line in a row; null if it is too long. The
 * length is checked before anything else is done.
 */
export function readWords(typed: string, most = MESSAGE_MAX): string | null {
  if (typed.length > UNITS * most) return null
  const lines = withoutPiles(typed).normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')
  const text = withoutGaps(lines.replaceAll(UNWANTED, '')).trim()
  return lengthOf(text) > most ? null : text
}

function withoutGaps(text: string): string {
  const lines = text.split('\n')
  return lines.filter((line, n) => n === 0 || line.trim() !== '' || lines[n - 1]?.trim() !== '').join('\n')
}

// The longest excerpt of a message in a reply to it, in characters.
const EXCERPT = 140

/** The beginning of a message, on one line. */
export function excerptOf(text: string): string {
  const line = Array.from(text.replaceAll(/\s+/g, ' '))
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).join('')}…` : line.join('')
}
