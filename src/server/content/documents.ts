import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Selectable } from 'kysely'
import type { Document } from '../../protocol/portal/content.ts'
import type { ContentItem } from '../../protocol/presenting/content.ts'
import type { DocumentId, PersonId, RoomId } from '../../protocol/types.ts'
import { searchKey } from '../../rules/audience/search-key.ts'
import { bytesMax, type ContentLimits } from '../../rules/content/content-limits.ts'
import { documentName, unusedName } from '../../rules/content/document-name.ts'
import type { DocumentType } from '../../rules/content/document-type.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { Files, FilesFault, KeptFile } from '../files/files.ts'
import { newId } from '../secrets.ts'
import type { Renditions } from '../renditions/renditions.ts'
import { readType } from './read-type.ts'

/** A file of a room, and how far what is in it is on its way to the stage. */
type Row = Selectable<Tables['documents']> &
  Pick<Selectable<Tables['contentFiles']>, 'state' | 'reason' | 'pages' | 'ready' | 'captions'>
type Needs = {
  database: Database
  files: Files
  clock: Pick<Clock, 'now'>
  limits: ContentLimits
  renditions: Pick<Renditions, 'add' | 'forget' | 'made'>
  /** A file of a room is there no more. */
  gone: (room: RoomId, document: DocumentId) => void
  /** Some files of a room are there no more: with the data of whose they were, or because the server was stopped before it could tell. */
  lost: (room: RoomId) => void
}

/** A file that has come as a whole, and waits at `path`. */
export type Arrived = { id: string; room: RoomId; owner: PersonId; name: string; bytes: number; path: string }
/** Why a file that has come is not taken. */
export type DocumentFault = 'file-unknown' | 'file-large' | 'file-gone' | FilesFault

/**
 * The files of rooms: what they are called and whose they are is a row, and what is in them is kept once for a room. What no row has any more
 * is what is still to be deleted.
 */
export class Documents {
  readonly #needs: Needs
  /** What is being kept right now. */
  readonly #coming = new Set<string>()

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /**
   * Keeps a file that has come, under the id of its upload, which ends with that. Says why where it is not taken; where it was ended, by
   * anybody, before this was done, there is no such file. [CONTENT-3] [CONTENT-6]
   */
  async take(arrived: Arrived): Promise<{ document: Document } | { refusal: DocumentFault }> {
    const { database, files, limits } = this.#needs
    const type = await readType(arrived.path, arrived.bytes)
    if (!type) return { refusal: 'file-unknown' }
    if (arrived.bytes > bytesMax(type.kind, limits)) return { refusal: 'file-large' }
    const file = newId()
    this.#coming.add(file)
    try {
      const row = { id: file, room: arrived.room, sha256: null, bytes: arrived.bytes }
      await database.insertInto('contentFiles').values(row).execute()
      const hash = createHash('sha256')
      const stored = await files.put(file, hashed(createReadStream(arrived.path), hash))
      if (stored !== 'stored') return { refusal: stored }
      const given = await this.#give(arrived, type, { file, sha256: hash.digest('hex') })
      const document = given && (await this.find(arrived.room, given.id))
      if (!document) return { refusal: 'file-gone' }
      this.#needs.renditions.add(document.file, document.room, document.kind)
      return { document: shown(document, arrived.owner) }
    } finally {
      this.#coming.delete(file)
      await this.#sweepNow()
    }
  }

  /** A file of a room; null where there is none of this id. */
  async find(room: RoomId, id: string): Promise<Row | null> {
    const found = documentsIn(this.#needs.database, room).where('documents.id', '=', id)
    return (await found.executeTakeFirst()) ?? null
  }

  /** What a file of a room is presented as; null where there is none, or nothing of it to show yet. [PRESENT-1] */
  async itemOf(room: RoomId, id: DocumentId): Promise<ContentItem | null> {
    const row = await this.find(room, id)
    if (!row || row.ready === 0) return null
    const { name, pages } = row
    const made = await this.#needs.renditions.made(row.file)
    if (!made) return null
    if (made.kind === 'pages') return { document: id, kind: row.kind, name, pages: pages ?? 1, durationMs: null }
    return { document: id, kind: made.kind, name, pages: null, durationMs: made.durationMs }
  }

  /** Calls a file otherwise, by a name as it was typed. Gives it as it is now. [CONTENT-10] */
  async rename({ id, room, name: before, type, kind }: Row, typed: string, asker: PersonId): Promise<Document | null> {
    await this.#needs.database.transaction().execute(async (transaction) => {
      const taken = await namesIn(transaction, room)
      taken.delete(before)
      const name = unusedName(documentName(typed, { type, kind }), taken)
      const named = transaction.updateTable('documents').set({ name, words: searchKey(name) })
      await named.where('id', '=', id).execute()
    })
    const row = await this.find(room, id)
    return row && shown(row, asker)
  }

  /** Deletes a file; what is in it goes with the last that has it. [CONTENT-8] */
  async remove({ id, room }: Row): Promise<void> {
    await this.#needs.database.deleteFrom('documents').where('id', '=', id).execute()
    this.#needs.gone(room, id)
    await this.#sweepNow()
  }

  /** What was uploaded, as it came. */
  async original({ file }: Row): Promise<KeptFile | null> {
    return await this.#needs.files.get(file)
  }

  /** Deletes what is in no file any more. What cannot be deleted now is the next time. [CONTENT-8] */
  async sweep(): Promise<void> {
    const { database, files } = this.#needs
    const rows = await database
      .selectFrom('contentFiles')
      .leftJoin('documents', 'documents.file', 'contentFiles.id')
      .select(['contentFiles.id', 'contentFiles.room'])
      .where('documents.id', 'is', null)
      .execute()
    for (const { id, room } of rows) {
      if (this.#coming.has(id) || !(await this.#condemn(id))) continue
      if (room !== null) this.#needs.lost(room)
      await this.#needs.renditions.forget(id)
      await files.delete(id)
      await database.deleteFrom('contentFiles').where('id', '=', id).execute()
    }
  }

  /**
   * From then on it is not found by who brings the same again, nor is anything more of it made; false where a file has it by now.
   */
  async #condemn(id: string): Promise<boolean> {
    const condemning = this.#needs.database
      .updateTable('contentFiles')
      .set({ sha256: null })
      .where('id', '=', id)
      .where((where) => where.not(where.exists(where.selectFrom('documents').select('id').where('file', '=', id))))
    return (await condemning.executeTakeFirst()).numUpdatedRows > 0n
  }

  /** What was asked is done by then; what cannot be deleted now is within a minute. */
  async #sweepNow(): Promise<void> {
    await this.sweep().catch(() => {})
  }

  /** Makes what was kept a file of its room in the place of its upload; null where that is there no more. */
  async #give(
    { id, room, owner, name: typed, bytes }: Arrived,
    type: DocumentType,
    { file: kept, sha256 }: { file: string; sha256: string },
  ): Promise<{ id: string } | null> {
    const at = this.#needs.clock.now()
    return await this.#needs.database.transaction().execute(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('uploads').where('id', '=', id).executeTakeFirst()
      if (numDeletedRows === 0n) return null
      const same = transaction.selectFrom('contentFiles').select('id').where('room', '=', room)
      const before = await same.where('sha256', '=', sha256).executeTakeFirst()
      // Whoever brings again what could not be shown wants it tried again: the disk may have room now, or the machine time.
      const failed = transaction.updateTable('contentFiles').set({ state: 'uploaded', reason: null })
      if (before) await failed.where('id', '=', before.id).where('state', '=', 'failed').execute()
      else await transaction.updateTable('contentFiles').set({ sha256 }).where('id', '=', kept).execute()
      const name = unusedName(documentName(typed, type), await namesIn(transaction, room))
      const [file, words] = [before?.id ?? kept, searchKey(name)]
      await transaction
        .insertInto('documents')
        .values({ id, room, owner, file, name, words, kind: type.kind, type: type.type, bytes, sha256, at })
        .execute()
      return { id }
    })
  }
}

/** A file as somebody is shown it. */
export function shown(row: Row, asker: PersonId): Document {
  const { id, name, kind, type, bytes, state, reason, pages, ready, captions, at, owner } = row
  const hasCaptions = captions === 1
  return { id, name, kind, type, bytes, state, reason, pages, ready, hasCaptions, at, isOwn: owner === asker }
}

/** The files of a room, each with how far what is in it is. */
export function documentsIn(database: Database, room: RoomId) {
  return database
    .selectFrom('documents')
    .innerJoin('contentFiles', 'contentFiles.id', 'documents.file')
    .selectAll('documents')
    .select([
      'contentFiles.state',
      'contentFiles.reason',
      'contentFiles.pages',
      'contentFiles.ready',
      'contentFiles.captions',
    ])
    .where('documents.room', '=', room)
}

async function namesIn(database: Database, room: RoomId): Promise<Set<string>> {
  const rows = await database.selectFrom('documents').select('name').where('room', '=', room).execute()
  return new Set(rows.map(({ name }) => name))
}

/** What is read, and counted into a hash on its way. */
async function* hashed(content: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const bytes of content) {
    hash.update(bytes)
    yield bytes
  }
}
