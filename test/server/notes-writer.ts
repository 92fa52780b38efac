import * as Y from 'yjs'
import { NOTES_TEXT } from '../../src/protocol/notes.ts'

/** Somebody's own document of the notes, and the changes that come of what they write. */
export class NotesWriter {
  readonly doc = new Y.Doc()
  readonly #made: Uint8Array[] = []

  constructor(writer?: number) {
    if (writer !== undefined) this.doc.clientID = writer
    this.doc.on('update', (update, origin) => origin !== 'server' && this.#made.push(update))
  }

  get text(): string {
    return this.#text.toJSON()
  }

  /** Puts something in, and gives the change. */
  insert(at: number, text: string): Uint8Array {
    return this.changed(() => this.#text.insert(at, text))
  }

  /** Takes some characters out, and gives the change. */
  delete(at: number, many: number): Uint8Array {
    return this.changed(() => this.#text.delete(at, many))
  }

  /** Does anything with the document, and gives the change. */
  changed(change: (doc: Y.Doc) => void): Uint8Array {
    this.#made.length = 0
    this.doc.transact(() => change(this.doc))
    return Y.mergeUpdates(this.#made)
  }

  /** Takes what others wrote. */
  hears(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'server')
  }

  get #text(): Y.Text {
    return this.doc.getText(NOTES_TEXT)
  }
}

/** A change, as a page sends it. */
export const asBase64 = (update: Uint8Array) => Buffer.from(update).toString('base64')
