import type { NotesAsk } from '../../protocol/notes.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { RoomId } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Connection } from '../rooms/connection.ts'
import type { Room } from '../rooms/room.ts'
import { NotePieces } from './note-pieces.ts'
import { RoomNotes } from './room-notes.ts'

/** The notes of all rooms: in memory where somebody has them open, else in the database alone. Ends with `close`. */
export class Notes {
  readonly #clock: Clock
  readonly #pieces: NotePieces
  readonly #open = new Map<RoomId, { room: Room; notes: RoomNotes }>()

  constructor({ clock, database }: { clock: Clock; database: Database }) {
    this.#clock = clock
    this.#pieces = new NotePieces(database)
  }

  /** Does what a page asks of the notes of its room; null, or why not. */
  async ask(connection: Connection, room: Room, asked: NotesAsk): Promise<Refusal | null> {
    const notes = this.#of(room)
    try {
      return await notes.ask(connection, asked)
    } finally {
      this.#letGo(room)
    }
  }

  /** A connection is gone. */
  depart(connection: Connection, room: Room): void {
    this.#open.get(room.room.id)?.notes.depart(connection)
    this.#letGo(room)
  }

  /** All that is kept of the notes of a room, as one Yjs update. */
  async state(room: Room): Promise<Uint8Array> {
    try {
      return await this.#of(room).state()
    } finally {
      this.#letGo(room)
    }
  }

  async close(): Promise<void> {
    for (const { notes } of this.#open.values()) await notes.rested()
  }

  #of(room: Room): RoomNotes {
    const { id } = room.room
    const known = this.#open.get(id)
    // A room that was forgotten and loaded anew is another.
    if (known?.room === room) return known.notes
    const notes = new RoomNotes({ clock: this.#clock, pieces: this.#pieces, room })
    this.#open.set(id, { room, notes })
    return notes
  }

  #letGo(room: Room): void {
    const { id } = room.room
    const known = this.#open.get(id)
    if (known?.room === room && known.notes.isIdle) this.#open.delete(id)
  }
}
