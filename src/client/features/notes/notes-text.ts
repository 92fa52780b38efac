import * as Y from 'yjs'
import { NOTES_TEXT } from '../../../protocol/notes.ts'
import type { Millis } from '../../../protocol/types.ts'

/** One piece of a change: what stood between two places of the text of before goes, and something comes. */
export type Change = { from: number; to: number; insert: string }

/** A change of one's own on its way: its Yjs update, and how much of oneself was in the document before it. */
export type OwnUpdate = { update: Uint8Array; before: number }

// So much of a change goes into one update that it is below what a frame holds, undone and done again too.
const INSERTED_MAX = 2_000
const DELETED_MAX = 400
// What is written in one go is undone in one go.
const STEP_MS: Millis = 500

const OWN = 'own'
const SERVER = 'server'

type Needs = { now: () => Millis; changed: (changes: Change[]) => void; wrote: (update: OwnUpdate) => void }

/** A page's own copy of the notes: what is written in it, what comes from the server, and undo of what is one's own. [NOTES-8] */
export class NotesText {
  readonly #needs: Needs
  #doc = new Y.Doc()
  #undo: Y.UndoManager
  #step = 0
  #steppedAt = -Infinity
  #stepDeletes = false
  #isStepping = false

  constructor(needs: Needs) {
    this.#needs = needs
    this.#undo = this.#follow()
  }

  get text(): string {
    return this.#text.toJSON()
  }

  /** Writes what its person has changed, in the order of the text; what is long is several updates. */
  edit(changes: readonly Change[]): void {
    this.#stepOn(changes.every(({ insert }) => insert === ''))
    let moved = 0
    for (const { from, to, insert } of changes) {
      const at = from + moved
      for (let left = to - from; left > 0; left -= DELETED_MAX)
        this.#own((text) => text.delete(at, Math.min(left, DELETED_MAX)))
      let put = 0
      for (const piece of pieces(insert)) {
        this.#own((text) => text.insert(at + put, piece))
        put += piece.length
      }
      moved += insert.length - (to - from)
    }
  }

  undo(): void {
    this.#steps(this.#undo.undoStack, () => this.#undo.undo())
  }

  redo(): void {
    this.#steps(this.#undo.redoStack, () => this.#undo.redo())
  }

  /** Takes what others wrote. */
  hear(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update, SERVER)
  }

  /**
   * Goes on from all that the server holds, with what is still on its way; false where that is not what this page knew, so that it began
   * anew and nothing on its way can follow. `isFresh`: it begins anew in any case.
   */
  goOnFrom(state: Uint8Array, unsent: OwnUpdate | undefined, isFresh: boolean): boolean {
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, state, SERVER)
    const goesOn = !isFresh && this.#isWithin(theirs, unsent)
    if (goesOn) this.hear(state)
    else this.#become(theirs)
    return goesOn
  }

  /** A place in the text that moves with it, as bytes. */
  placeOf(at: number): Uint8Array {
    return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(this.#text, at))
  }

  /** Where such a place is now; null where there is none. */
  indexOf(place: Uint8Array): number | null {
    try {
      const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(place), this.#doc)
      return found?.type === this.#text ? found.index : null
    } catch {
      return null
    }
  }

  get #text(): Y.Text {
    return this.#doc.getText(NOTES_TEXT)
  }

  #follow(): Y.UndoManager {
    const undo = new Y.UndoManager(this.#text, { trackedOrigins: new Set([OWN]), captureTimeout: 0 })
    undo.on('stack-item-added', ({ stackItem }) => stackItem.meta.set('step', this.#step))
    this.#text.observe(({ delta }, { origin }) => {
      if (origin !== OWN) this.#needs.changed(changesOf(delta))
    })
    this.#doc.on('update', (update, origin, doc, transaction) => {
      if (origin === SERVER) return
      this.#needs.wrote({ update, before: transaction.beforeState.get(doc.clientID) ?? 0 })
    })
    return undo
  }

  #own(change: (text: Y.Text) => void): void {
    this.#doc.transact(() => change(this.#text), OWN)
  }

  #stepOn(deletes: boolean): void {
    const now = this.#needs.now()
    if (now - this.#steppedAt > STEP_MS || deletes !== this.#stepDeletes) this.#step += 1
    this.#steppedAt = now
    this.#stepDeletes = deletes
  }

  #steps(stack: readonly { meta: Map<unknown, unknown> }[], back: () => void): void {
    const step = stack.at(-1)?.meta.get('step')
    if (typeof step !== 'number' || this.#isStepping) return
    const last = this.#step
    this.#isStepping = true
    this.#step = step
    for (let left = stack.length; left > 0 && stack.at(-1)?.meta.get('step') === step; left = stack.length) {
      back()
      if (stack.length >= left) break
    }
    this.#isStepping = false
    // What is written next is a step of its own.
    this.#step = last
    this.#steppedAt = -Infinity
  }

  #isWithin(theirs: Y.Doc, unsent: OwnUpdate | undefined): boolean {
    const held = Y.decodeStateVector(Y.encodeStateVector(theirs))
    for (const [writer, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#doc))) {
      const known = writer === this.#doc.clientID && unsent ? unsent.before : clock
      if ((held.get(writer) ?? 0) < known) return false
    }
    return true
  }

  #become(theirs: Y.Doc): void {
    const [before, after] = [this.text, theirs.getText(NOTES_TEXT).toJSON()]
    this.#undo.destroy()
    this.#doc.destroy()
    this.#doc = theirs
    this.#undo = this.#follow()
    if (before !== after) this.#needs.changed([difference(before, after)])
  }
}

function pieces(text: string): string[] {
  const found: string[] = []
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + INSERTED_MAX, text.length)
    // The two halves of a character stay together.
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1
    found.push(text.slice(from, to))
    from = to
  }
  return found
}

function changesOf(delta: readonly { insert?: unknown; delete?: number; retain?: number }[]): Change[] {
  const changes: Change[] = []
  let at = 0
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain
    else if (step.delete !== undefined) {
      changes.push({ from: at, to: at + step.delete, insert: '' })
      at += step.delete
    } else if (typeof step.insert === 'string') changes.push({ from: at, to: at, insert: step.insert })
  }
  return changes
}

/** The smallest change that makes one text of another. */
function difference(before: string, after: string): Change {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }
}
