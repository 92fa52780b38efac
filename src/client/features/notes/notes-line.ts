import { mergeUpdates } from 'yjs'
import { NOTES_UPDATE_MAX, type NotesAsk, type NotesTold } from '../../../protocol/notes.ts'
import type { Refusal } from '../../../protocol/refusals.ts'
import type { Millis, PersonId } from '../../../protocol/types.ts'
import type { WhyNot } from '../../call/call-state.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { NotesText, type Change, type OwnUpdate } from './notes-text.ts'

/** How the notes reach the server. `fetch`: all that it holds, null where that cannot be had now. */
export type NotesServer = {
  ask(asked: NotesAsk): Promise<WhyNot | null>
  fetch(): Promise<Uint8Array | null>
  /** Who oneself is: one's own caret is where one sees it. */
  me(): PersonId | undefined
  now(): Millis
  after(wait: Millis, run: () => void): void
}

/** What is shown of the notes. `lost`: why what one wrote last was taken back. `refused`: why they are not to be had at all. */
export type NotesState = {
  phase: 'loading' | 'open' | 'away'
  refused: Refusal | null
  lost: Refusal | null
}

/** The caret of somebody else, as places in the text. */
export type OtherCaret = { person: PersonId; name: string; anchor: number; head: number }

const EVERY: Millis = 100
const AGAIN: Millis = 1_000
// Below what one connection may send for long.
const BYTES_PER_MS = 24

/**
 * Keeps a page's notes and the server's one: what is written goes up in order, one frame after the other, and stays here until it is
 * answered; over a lost line too. What the server does not take is taken back here. [NOTES-6]
 */
export class NotesLine {
  readonly text: NotesText
  readonly #server: NotesServer
  readonly #listeners = new Set<() => void>()
  readonly #editors = new Set<(changes: Change[]) => void>()
  readonly #carets = new Map<PersonId, { name: string; anchor: Uint8Array; head: Uint8Array }>()
  #state: NotesState = { phase: 'loading', refused: null, lost: null }
  #unsent: OwnUpdate[] = []
  #early: Uint8Array[] | null = []
  #isSending = false
  #turn = 0
  #isShown = false
  #caret: { anchor: number; head: number } | null = null
  #isCaretDue = false

  constructor(server: NotesServer) {
    this.#server = server
    this.text = new NotesText({
      now: () => server.now(),
      changed: (changes) => {
        for (const tell of this.#editors) tell(changes)
        this.#set({})
      },
      wrote: (update) => {
        this.#unsent.push(update)
        this.#set({})
        void this.#send()
      },
    })
  }

  get state(): NotesState {
    return this.#state
  }

  /** Where others write. */
  get carets(): OtherCaret[] {
    return [...this.#carets].flatMap(([person, { name, ...at }]) => {
      const [anchor, head] = [this.text.indexOf(at.anchor), this.text.indexOf(at.head)]
      return anchor === null || head === null ? [] : { person, name, anchor, head }
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Shows the text, and what becomes of it; until the returned function is called. */
  show(editor: (changes: Change[]) => void): () => void {
    this.#editors.add(editor)
    this.#isShown = true
    void this.begin()
    return () => {
      this.#editors.delete(editor)
      this.#isShown = false
      this.moved(null)
      this.#closeLater()
    }
  }

  /** Fetches what the server holds, and goes on from there: when they are opened, and when a line is back. */
  async begin(isFresh = false): Promise<void> {
    if (!this.#isShown && this.#unsent.length === 0) return
    this.#turn += 1
    const turn = this.#turn
    this.#early = []
    this.#carets.clear()
    if (this.#state.phase === 'open') this.#set({ phase: 'away' })
    const why = await this.#server.ask({ type: 'open' })
    if (turn !== this.#turn || why === 'away') return
    if (why === 'too-fast') return this.#server.after(AGAIN, () => turn === this.#turn && void this.begin(isFresh))
    if (why) return this.#set({ refused: why })
    const state = await this.#server.fetch()
    if (turn !== this.#turn) return undefined
    if (!state) return this.#server.after(AGAIN, () => turn === this.#turn && void this.begin(isFresh))
    const goesOn = this.text.goOnFrom(state, this.#unsent[0], isFresh)
    const isLost = !goesOn && !isFresh && this.#unsent.length > 0
    if (!goesOn) this.#unsent = []
    for (const update of this.#early) this.text.hear(update)
    this.#early = null
    this.#set({ phase: 'open', refused: null, ...(isLost && { lost: 'changed-meanwhile' }) })
    this.#isCaretDue = this.#caret !== null
    return void this.#send()
  }

  /** The line is lost: what is written meanwhile stays here. */
  away(): void {
    this.#turn += 1
    this.#early = []
    this.#carets.clear()
    if (this.#state.phase === 'open') this.#set({ phase: 'away' })
  }

  hear({ update, carets }: NotesTold): void {
    if (update !== null) {
      if (this.#early) this.#early.push(fromBase64(update))
      else this.text.hear(fromBase64(update))
    }
    for (const { person, name, caret } of carets) {
      if (person === this.#server.me()) continue
      if (caret) this.#carets.set(person, { name, anchor: fromBase64(caret.anchor), head: fromBase64(caret.head) })
      else this.#carets.delete(person)
    }
    this.#set({})
  }

  /** Where its person writes; null: nowhere. */
  moved(to: { anchor: number; head: number } | null): void {
    if (to?.anchor === this.#caret?.anchor && to?.head === this.#caret?.head) return
    this.#caret = to
    this.#isCaretDue = true
    void this.#send()
  }

  /** What was taken back is known. */
  understood(): void {
    this.#set({ lost: null })
  }

  /** Sends what waits: writing first, then where. */
  async #send(): Promise<void> {
    if (this.#isSending || this.#state.phase !== 'open') return
    const batch = this.#batch()
    if (batch.length === 0 && !this.#isCaretDue) return this.#closeLater()
    this.#isSending = true
    const wait = batch.length > 0 ? await this.#write(batch) : await this.#point()
    this.#server.after(wait, () => {
      this.#isSending = false
      void this.#send()
    })
    return undefined
  }

  async #write(batch: readonly OwnUpdate[]): Promise<Millis> {
    const update = mergeUpdates(batch.map((each) => each.update))
    const turn = this.#turn
    const why =
      update.byteLength > NOTES_UPDATE_MAX
        ? 'notes-full'
        : await this.#server.ask({ type: 'write', update: toBase64(update) })
    // What was on its way when the line broke comes again by itself.
    if (why === 'away' || turn !== this.#turn) return EVERY
    if (why === null) this.#unsent = this.#unsent.slice(batch.length)
    else if (why === 'too-fast' || why === 'store-down') return AGAIN
    else {
      this.#set({ lost: why })
      await this.begin(true)
    }
    return Math.max(EVERY, update.byteLength / BYTES_PER_MS)
  }

  async #point(): Promise<Millis> {
    this.#isCaretDue = false
    const at = this.#caret
    const place = (index: number) => toBase64(this.text.placeOf(index))
    const caret = at && { anchor: place(at.anchor), head: place(at.head) }
    await this.#server.ask({ type: 'caret', caret })
    return EVERY
  }

  #batch(): OwnUpdate[] {
    let bytes = 0
    const most = this.#unsent.findIndex(({ update }) => (bytes += update.byteLength) > NOTES_UPDATE_MAX)
    // A list of its own: what is written while it is on its way is not part of it.
    return this.#unsent.slice(0, most < 0 ? this.#unsent.length : Math.max(1, most))
  }

  /** Nobody looks, and nothing waits: the server need tell no more. */
  #closeLater(): void {
    if (this.#isShown || this.#unsent.length > 0 || this.#isSending || this.#state.phase === 'loading') return
    this.#turn += 1
    this.#state = { ...this.#state, phase: 'loading' }
    void this.#server.ask({ type: 'close' })
  }

  #set(to: Partial<NotesState>): void {
    this.#state = { ...this.#state, ...to }
    for (const listener of this.#listeners) listener()
  }
}
