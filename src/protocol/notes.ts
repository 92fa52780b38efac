import * as v from 'valibot'
import { Id } from './types.ts'

/** The most characters in the notes of a room, as JavaScript counts them. [NOTES-5] */
export const NOTES_TEXT_MAX = 100_000
/** The most bytes of what is kept of them, with what was deleted. [NOTES-5] */
export const NOTES_STATE_MAX = 1_048_576
/** The most bytes of one change: a frame holds no more. [NOTES-5] */
export const NOTES_UPDATE_MAX = 8_192
/** What the one text is called in the Yjs document. */
export const NOTES_TEXT = 'notes'

const bytes = (most: number) => v.pipe(v.string(), v.maxLength(Math.ceil(most / 3) * 4), v.base64())
const Place = bytes(48)

/** Where somebody writes, from and to: relative positions of Yjs, in base64. */
export const NotesCaret = v.object({ anchor: Place, head: Place })
export type NotesCaret = v.InferOutput<typeof NotesCaret>

/**
 * What a page says of the notes, beside commands, for nothing of it is in the log: whether it has them open and is to be told; a change, as
 * a Yjs update in base64; where its person writes.
 */
export const NotesAsk = v.variant('type', [
  v.object({ type: v.literal('open') }),
  v.object({ type: v.literal('close') }),
  v.object({ type: v.literal('write'), update: bytes(NOTES_UPDATE_MAX) }),
  v.object({ type: v.literal('caret'), caret: v.nullable(NotesCaret) }),
])
export type NotesAsk = v.InferOutput<typeof NotesAsk>

// The page measures nothing that the server says.
const ToldCaret = v.object({ anchor: v.string(), head: v.string() })

/** What those are told who have the notes open: what was written since, as one Yjs update in base64, and whose carets have moved or gone. */
export const NotesTold = v.object({
  type: v.literal('notes'),
  update: v.nullable(v.string()),
  carets: v.array(v.object({ person: Id, name: v.string(), caret: v.nullable(ToldCaret) })),
})
export type NotesTold = v.InferOutput<typeof NotesTold>
