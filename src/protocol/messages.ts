import * as v from 'valibot'
import { isSeen, lengthOf, withoutPiles } from './names.ts'
import { Id, Role } from './types.ts'

/** The longest message, in characters (code points). [CHAT-2] */
export const MESSAGE_MAX = 2_000
/** How many messages one question gets at most. */
export const MESSAGES_MAX = 50
/** What slow mode can be, in seconds between two messages of one person. [CHAT-9] */
export const SLOWNESS = [0, 5, 10, 30, 60, 300] as const
export const Slowness = v.picklist(SLOWNESS)
export type Slowness = v.InferOutput<typeof Slowness>

/** A message that another one answers, as far as it is shown. */
export const Quote = v.object({ n: v.number(), name: v.string(), text: v.string() })
export type Quote = v.InferOutput<typeof Quote>

/**
 * A message as one person may read it. `n` orders a conversation, from 1. Name, role and the flag are those that its
 * author had. `liked`: by the reader.
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

/** The message that is shown above all others. [CHAT-6] */
export const Pinned = v.object({ n: v.number(), name: v.string(), text: v.string() })
export type Pinned = v.InferOutput<typeof Pinned>

/** A private conversation, by the other person and its newest message. */
export const Thread = v.object({ person: Id, name: v.string(), at: v.number(), text: v.string() })
export type Thread = v.InferOutput<typeof Thread>

/** What somebody thinks of the room: a mark out of five, and words, which may be none. */
export const MARK_MAX = 5
export const Mark = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MARK_MAX))
export const Feedback = v.object({ name: v.string(), at: v.number(), mark: v.number(), text: v.string() })
export type Feedback = v.InferOutput<typeof Feedback>

/** A text of several lines as it may come over the wire, measured as `Typed` is: more than a message can have. */
export const TypedText = v.pipe(v.string(), v.maxLength(12_000))
// A character has at most two code units, and marks over the eighth on a letter are cut.
const UNITS_MAX = 2.5 * MESSAGE_MAX

// Controls but for the line's end, lone surrogates, and marks that would turn what stands around them [CHAT-12].
const UNWANTED = /[^\P{Cc}\n]|[\p{Cs}\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu

/** Tidies what somebody has typed as a message, or gives why it cannot be one. [CHAT-2] [CHAT-12] */
export function readMessage(typed: string): { text: string } | { fault: 'message-empty' | 'message-long' } {
  const text = readWords(typed)
  if (text === null) return { fault: 'message-long' }
  return isSeen(text) ? { text } : { fault: 'message-empty' }
}

/**
 * Tidies lines of text: nothing that reaches out of its place, and at most one empty line in a row; null where it is too long. The
 * length is looked at before any work.
 */
export function readWords(typed: string): string | null {
  if (typed.length > UNITS_MAX) return null
  const lines = withoutPiles(typed).normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')
  const text = withoutGaps(lines.replaceAll(UNWANTED, '')).trim()
  return lengthOf(text) > MESSAGE_MAX ? null : text
}

function withoutGaps(text: string): string {
  const lines = text.split('\n')
  return lines.filter((line, n) => n === 0 || line.trim() !== '' || lines[n - 1]?.trim() !== '').join('\n')
}

// What a reply shows of the message that it answers.
const EXCERPT = 140

/** The beginning of a message, on one line. */
export function excerptOf(text: string): string {
  const line = Array.from(text.replaceAll(/\s+/g, ' '))
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).join('')}…` : line.join('')
}
