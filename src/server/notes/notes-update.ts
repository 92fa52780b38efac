import * as Y from 'yjs'
import { NOTES_TEXT, NOTES_TEXT_MAX, NOTES_UPDATE_MAX } from '../../protocol/notes.ts'

/** A change of one page: its number in the document, null where it only deletes, and from where on it writes. */
export type NotesUpdate = { writer: number | null; from: number }

/**
 * Reads a change that somebody sent: plain text put into the one text by one page, and what it deletes. Anything else, however it is made,
 * is null: formats, pictures, other types, gaps, lengths that nobody can have written. Nothing is applied.
 */
export function readUpdate(update: Uint8Array): NotesUpdate | null {
  if (update.byteLength > NOTES_UPDATE_MAX) return null
  try {
    const { structs } = Y.decodeUpdate(update)
    const [first] = structs
    let next = first?.id.clock ?? 0
    for (const struct of structs) {
      if (struct.id.client !== first?.id.client || struct.id.clock !== next || !isPlain(struct)) return null
      next += struct.length
    }
    return Number.isSafeInteger(next) ? { writer: first?.id.client ?? null, from: first?.id.clock ?? 0 } : null
  } catch {
    // Bytes that are no update, in one of the many ways.
    return null
  }
}

function isPlain(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (struct instanceof Y.GC) return struct.length <= NOTES_TEXT_MAX
  if (!(struct instanceof Y.Item) || struct.parentSub !== null) return false
  const { parent, content, length } = struct
  if (parent !== null && parent !== NOTES_TEXT_PARENT) return false
  return length <= NOTES_TEXT_MAX && (content instanceof Y.ContentString || content instanceof Y.ContentDeleted)
}

// Yjs types what an item stands in as it is once it is integrated; before, a root type is its name.
const NOTES_TEXT_PARENT: unknown = NOTES_TEXT
