import type { RoomId } from '../../protocol/types.ts'
import type { Database } from '../database/database.ts'

/** The notes of rooms as they are kept: pieces that make them together, in any order and however often. They go with their room. */
export class NotePieces {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async of(room: RoomId): Promise<Uint8Array[]> {
    const rows = await this.#database
      .selectFrom('notePieces')
      .select('piece')
      .where('room', '=', room)
      .orderBy('n')
      .execute()
    return rows.map(({ piece }) => piece)
  }

  /** Keeps one more. */
  async add(room: RoomId, piece: Uint8Array): Promise<void> {
    await this.#database.insertInto('notePieces').values({ room, piece }).execute()
  }

  /** Keeps one in the place of all. */
  async replace(room: RoomId, piece: Uint8Array): Promise<void> {
    const { n } = await this.#database
      .insertInto('notePieces')
      .values({ room, piece })
      .returning('n')
      .executeTakeFirstOrThrow()
    await this.#database.deleteFrom('notePieces').where('room', '=', room).where('n', '<', n).execute()
  }
}
