import * as Y from 'yjs'
import { NOTES_STATE_MAX, NOTES_TEXT, NOTES_TEXT_MAX } from '../../protocol/notes.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { PersonId } from '../../protocol/types.ts'
import { readUpdate } from './notes-update.ts'

// What was deleted long ago is let go of where it is most of what is kept.
const LARGE = 65_536
const DELETED_SHARE = 8

/**
 * The notes of a room while somebody has them open. A change is first made in a copy, which is thrown away where it comes to what notes
 * cannot be: the document itself holds only what was let in.
 */
export class NotesDocument {
  readonly #doc = new Y.Doc()
  #trial: Y.Doc | null = null
  #bytes: number
  #state: Uint8Array | null = null
  #news: Uint8Array | null = null
  /** Which person writes under which number of Yjs, for as long as the notes are open: nobody writes under another's. [NOTES-7] */
  readonly #writers = new Map<number, PersonId>()

  /** The notes as they are kept, in pieces. */
  constructor(pieces: readonly Uint8Array[]) {
    for (const piece of pieces) Y.applyUpdate(this.#doc, piece)
    this.#doc.on('update', (update) => (this.#news = update))
    this.#bytes = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  }

  get text(): string {
    return this.#doc.getText(NOTES_TEXT).toJSON()
  }

  /** All of it as one Yjs update. */
  get state(): Uint8Array {
    // Made once for all who come together.
    return (this.#state ??= Y.encodeStateAsUpdate(this.#doc))
  }

  /** The same text without what was deleted, where that is most of what is kept; else null. A page that knows the one before begins anew. */
  get renewed(): NotesDocument | null {
    const { text, state } = this
    if (state.byteLength < LARGE || state.byteLength < text.length * DELETED_SHARE) return null
    const fresh = new Y.Doc()
    fresh.getText(NOTES_TEXT).insert(0, text)
    return new NotesDocument([Y.encodeStateAsUpdate(fresh)])
  }

  /**
   * What the last change that was taken has added; null where all of it was known. It is this that is kept and told: what a page sends twice
   * under one number may be another thing, and then the first counts.
   */
  takeNews(): Uint8Array | null {
    const news = this.#news
    this.#news = null
    return news
  }

  /** Whether the next change costs a copy of all of it, because of one that was refused, and that is long work. */
  get isCostly(): boolean {
    return this.#trial === null && this.#bytes > LARGE
  }

  /** Takes a change of somebody's; or says why not, and is as it was. */
  admit(update: Uint8Array, person: PersonId): Refusal | null {
    const read = readUpdate(update)
    if (!read) return 'bad-request'
    const { writer, from } = read
    if (writer !== null) {
      if (from > (Y.getState(this.#doc.store, writer) ?? 0)) return 'changed-meanwhile'
      if ((this.#writers.get(writer) ?? person) !== person) return 'bad-request'
    }
    const refusal = this.#try(update)
    if (refusal) {
      this.#trial = null
      return refusal
    }
    if (writer !== null) this.#writers.set(writer, person)
    Y.applyUpdate(this.#doc, update)
    this.#state = null
    return null
  }

  #try(update: Uint8Array): Refusal | null {
    if (this.#bytes + update.byteLength > NOTES_STATE_MAX) {
      this.#bytes = this.state.byteLength
      if (this.#bytes + update.byteLength > NOTES_STATE_MAX) return 'notes-full'
    }
    try {
      const trial = (this.#trial ??= copyOf(this.state))
      const before = trial.getText(NOTES_TEXT).length
      Y.applyUpdate(trial, update)
      const { pendingDs, pendingStructs } = trial.store
      if (pendingDs !== null || pendingStructs !== null) return 'changed-meanwhile'
      const { length } = trial.getText(NOTES_TEXT)
      // Where the text is too long already, it can still be made shorter.
      if (length > NOTES_TEXT_MAX && length > before) return 'notes-full'
    } catch {
      return 'bad-request'
    }
    this.#bytes += update.byteLength
    return null
  }
}

function copyOf(state: Uint8Array): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, state)
  return copy
}
