import * as Y from 'yjs'
import type { NotesAsk, NotesCaret, NotesTold } from '../../protocol/notes.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis, PersonId } from '../../protocol/types.ts'
import { notesReader, notesWriter } from '../../rules/notes/notes.ts'
import type { Clock } from '../clock.ts'
import { Bucket } from '../realtime/rate-limits.ts'
import { inSlices } from '../realtime/in-slices.ts'
import { textFrame } from '../realtime/text-frame.ts'
import type { Connection } from '../rooms/connection.ts'
import type { Room } from '../rooms/room.ts'
import { DiskFull, StoreDown } from '../store/store.ts'
import type { NotePieces } from './note-pieces.ts'
import { NotesDocument } from './notes-document.ts'

/** How often those who have them open are told at most. [NOTES-3] */
const EVERY: Millis = 100
// Beyond so many pieces they are kept as one.
const PIECES_MAX = 200
// So many carets go into one tick; the others wait for the next.
const CARETS_MAX = 50
// A refused change of long notes costs a tenth of a second of everybody's; who tries on and on waits, in this room alone.
const COPIES = { perSecond: 0.5, burst: 10 }

type Needs = { clock: Clock; pieces: NotePieces; room: Room }
type Waiting = { update: Uint8Array | null; settle: (refusal: Refusal | null) => void }

/**
 * The notes of one room while somebody has them open. What is written is kept, then answered and told, in ticks: nobody is shown what could
 * still be lost. [NOTES-3] [NOTES-4]
 */
export class RoomNotes {
  readonly #needs: Needs
  readonly #readers = new Set<Connection>()
  readonly #carets = new Map<PersonId, { name: string; caret: NotesCaret }>()
  readonly #moved = new Set<PersonId>()
  readonly #copies = new Bucket(COPIES.perSecond, COPIES.burst)
  #document: Promise<NotesDocument> | null = null
  #many = 0
  #untold: Waiting[] = []
  #ticking: Promise<void> | null = null
  #lastAt = -Infinity
  #callOff: (() => void) | null = null

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** Nobody has them open, and nothing is still to be kept. */
  get isIdle(): boolean {
    return this.#readers.size === 0 && this.#untold.length === 0 && this.#ticking === null
  }

  /** Does what a page asks; null, or why not. */
  async ask(connection: Connection, asked: NotesAsk): Promise<Refusal | null> {
    const { room } = this.#needs
    const { id } = connection
    switch (asked.type) {
      case 'open': {
        const reader = notesReader(room.session, id)
        if (typeof reader === 'string') return reader
        this.#readers.add(connection)
        if (this.#carets.size > 0) connection.send(JSON.stringify(this.#told(null, this.#carets.keys())))
        return null
      }
      case 'close':
        this.depart(connection)
        return null
      case 'write':
        return await this.#write(id, Buffer.from(asked.update, 'base64'))
      case 'caret': {
        if (!this.#readers.has(connection)) return 'bad-request'
        const writer = notesWriter(room.session, id)
        // Whoever may write no more can still be nowhere.
        const isAllowed = typeof writer !== 'string'
        this.#move(id, isAllowed && asked.caret ? { name: writer.name, caret: asked.caret } : null)
        return isAllowed || !asked.caret ? null : writer
      }
    }
  }

  /** A page has them open no more. */
  depart(connection: Connection): void {
    if (this.#readers.delete(connection)) this.#move(connection.id, null)
  }

  /** All that is kept of them, as one Yjs update. */
  async state(): Promise<Uint8Array> {
    await this.rested()
    return (await this.#open()).state
  }

  /** Resolves once all that was taken is kept. */
  async rested(): Promise<void> {
    while (this.#ticking || this.#untold.length > 0) await (this.#ticking ?? this.#tick())
  }

  async #write(person: PersonId, update: Uint8Array): Promise<Refusal | null> {
    const document = await this.#open()
    // Looked up after the wait: who may no more does not.
    const writer = notesWriter(this.#needs.room.session, person)
    if (typeof writer === 'string') return writer
    if (document.isCostly && !this.#copies.take(this.#needs.clock.monotonic())) return 'too-fast'
    const refusal = document.admit(update, person)
    if (refusal) return refusal
    const news = document.takeNews()
    return await new Promise((settle) => {
      this.#untold.push({ update: news, settle })
      this.#tickLater()
    })
  }

  async #open(): Promise<NotesDocument> {
    const opening = (this.#document ??= this.#load())
    return await opening.catch((fault: unknown) => {
      if (this.#document === opening) this.#document = null
      throw fault
    })
  }

  async #load(): Promise<NotesDocument> {
    const { pieces, room } = this.#needs
    const kept = await pieces.of(room.room.id)
    const document = new NotesDocument(kept)
    const renewed = document.renewed
    this.#many = kept.length
    if (renewed) await this.#compact(renewed)
    return renewed ?? document
  }

  async #compact(document: NotesDocument): Promise<void> {
    await this.#needs.pieces.replace(this.#needs.room.room.id, document.state)
    this.#many = 1
  }

  #move(person: PersonId, to: { name: string; caret: NotesCaret } | null): void {
    if (!to && !this.#carets.has(person)) return
    if (to) this.#carets.set(person, to)
    else this.#carets.delete(person)
    this.#moved.add(person)
    this.#tickLater()
  }

  #tickLater(): void {
    const wait = this.#lastAt + EVERY - this.#needs.clock.monotonic()
    if (this.#ticking || this.#callOff) return
    if (wait <= 0) void this.#tick()
    else this.#callOff = this.#needs.clock.after(wait, () => void this.#tick())
  }

  async #tick(): Promise<void> {
    this.#callOff?.()
    this.#callOff = null
    this.#lastAt = this.#needs.clock.monotonic()
    this.#ticking = this.#tell()
    await this.#ticking
    this.#ticking = null
    if (this.#untold.length > 0 || this.#moved.size > 0) this.#tickLater()
  }

  /** Keeps what was written, then answers and tells it; where it cannot be kept, all that built on it is refused. */
  async #tell(): Promise<void> {
    const told = this.#untold
    this.#untold = []
    const news = told.flatMap(({ update }) => update ?? [])
    const kept = news.length > 0 ? await this.#keep(news) : null
    if (typeof kept === 'string') {
      this.#document = null
      told.push(...this.#untold)
      this.#untold = []
    }
    for (const { settle } of told) settle(typeof kept === 'string' ? kept : null)
    if (typeof kept === 'string') return
    this.#forgetCarets()
    const moved = [...this.#moved].slice(0, CARETS_MAX)
    for (const person of moved) this.#moved.delete(person)
    await this.#send(this.#told(kept, moved))
  }

  /** Keeps what was written as one piece, and gives it; or why it could not. */
  async #keep(updates: Uint8Array[]): Promise<Uint8Array | Refusal> {
    const { pieces, room } = this.#needs
    try {
      const update = Y.mergeUpdates(updates)
      await pieces.add(room.room.id, update)
      this.#many += 1
      if (this.#many > PIECES_MAX) await this.#compact(await this.#open())
      return update
    } catch (fault) {
      if (fault instanceof DiskFull) return 'disk-full'
      // The room may be deleted by now; whatever it is, its writers are told.
      return fault instanceof StoreDown ? 'store-down' : 'server-fault'
    }
  }

  /** Who may write no more, or is gone, is shown nowhere. */
  #forgetCarets(): void {
    for (const person of this.#carets.keys()) {
      if (typeof notesWriter(this.#needs.room.session, person) !== 'string') continue
      this.#carets.delete(person)
      this.#moved.add(person)
    }
  }

  #told(update: Uint8Array | null, people: Iterable<PersonId>): NotesTold {
    const carets = [...people].map((person) => {
      const caret = this.#carets.get(person)
      return { person, name: caret?.name ?? '', caret: caret?.caret ?? null }
    })
    return { type: 'notes', update: update && Buffer.from(update).toString('base64'), carets }
  }

  /** The bytes are made once for all; resolves once everybody has them, for no tick is to overtake another. */
  async #send(frame: NotesTold): Promise<void> {
    if (frame.update === null && frame.carets.length === 0) return
    const { session } = this.#needs.room
    const bytes = textFrame(JSON.stringify(frame))
    const tell = (each: Connection) => {
      if (typeof notesReader(session, each.id) === 'string') this.depart(each)
      else each.write(bytes)
    }
    await new Promise<void>((done) => inSlices(this.#readers.values(), tell, () => done()))
  }
}
