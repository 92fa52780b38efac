import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Selectable } from 'kysely'
import { DataStore, Upload } from '@tus/server'
import type { Document } from '../../protocol/portal/content.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis } from '../../protocol/types.ts'
import { bytesMax, uploadFault, type ContentLimits } from '../../rules/content/content-limits.ts'
import { beginningOf, HEAD_BYTES } from '../../rules/content/document-type.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { isFull } from '../files/disk-full.ts'
import { isDiskLow } from '../files/disk-place.ts'
import type { Documents } from './documents.ts'
import { filesIn, usedBy } from './list-documents.ts'
import { UploadRefused } from './upload-refused.ts'

type Row = Selectable<Tables['uploads']>
type Needs = {
  database: Database
  documents: Documents
  clock: Pick<Clock, 'now'>
  limits: ContentLimits
  /** The data folder. */
  folder: string
}

/** One of which nothing came for so long is given up. [CONTENT-7] */
const KEPT_FOR: Millis = 24 * 3_600_000
/** One of which nothing came for so long gives way to another for which there is no place else. [CONTENT-7] */
const IDLE: Millis = 10 * 60_000
/** Bytes after which the disk is looked at again. */
const LOOKED_EVERY = 16_000_000

/** Opens the uploads of a data folder: what has come of them is in a folder there. */
export async function openUploads(needs: Needs): Promise<Uploads> {
  const folder = join(needs.folder, 'uploads')
  await mkdir(folder, { recursive: true })
  return new Uploads({ ...needs, folder })
}

/**
 * Files on their way, as tus has them (tus.io, 1.0.0): who sends what is a row, and how much of it has come is how long its file is, so that
 * after a stop it goes on from what is there.
 */
export class Uploads extends DataStore {
  readonly #needs: Needs
  readonly #finishing = new Map<string, Promise<{ document: Document } | { refusal: Refusal }>>()
  #sweeping: Promise<void> | null = null

  constructor(needs: Needs) {
    super()
    this.#needs = needs
    this.extensions = ['creation', 'creation-with-upload', 'termination']
  }

  /** Lets a file begin to come, for as many bytes as are said of it; else says why not. [CONTENT-4] */
  async begin(upload: Omit<Row, 'at'>): Promise<Refusal | null> {
    const { database, clock, limits } = this.#needs
    const { room, owner, bytes } = upload
    if (await isDiskLow(this.#needs.folder, bytes)) return 'disk-full'
    return await database.transaction().execute(async (transaction) => {
      const others = await transaction.selectFrom('uploads').selectAll().where('room', '=', room).execute()
      const before = { used: await usedBy(transaction, room), files: await filesIn(transaction, room) }
      const faultBeside = (coming: readonly Row[]) =>
        uploadFault(
          bytes,
          {
            used: coming.reduce((sum, each) => sum + each.bytes, before.used),
            files: coming.length + before.files,
            coming: coming.filter((each) => each.owner === owner).length,
          },
          limits,
        )
      const refusal = faultBeside(others)
      if (refusal) {
        const idleSince = clock.now() - IDLE
        const awake = others.filter(({ at }) => at >= idleSince)
        if (refusal !== 'content-full' || faultBeside(awake)) return refusal
        await transaction.deleteFrom('uploads').where('room', '=', room).where('at', '<', idleSince).execute()
      }
      await transaction
        .insertInto('uploads')
        .values({ ...upload, at: clock.now() })
        .execute()
      return null
    })
  }

  /** A file on its way; null where there is none of this id. */
  async find(id: string): Promise<Row | null> {
    const row = await this.#needs.database.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()
    return row ?? null
  }

  /** Its row is there already. */
  override async create(upload: Upload): Promise<Upload> {
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.find(id)
    if (!row) throw new UploadRefused('file-gone')
    return new Upload({ id, size: row.bytes, offset: await this.#come(id), metadata: {} })
  }

  /** Keeps what comes, also of a request that is cut; how far it is then. */
  override async write(content: Readable, id: string, offset: number): Promise<number> {
    const { database, clock } = this.#needs
    try {
      return await this.#append(content, id, offset)
    } catch (fault) {
      if (!isFull(fault) && !(fault instanceof UploadRefused)) throw fault
      // Nothing of what is refused is kept.
      await this.remove(id)
      throw fault instanceof UploadRefused ? fault : new UploadRefused('disk-full')
    } finally {
      await database.updateTable('uploads').set({ at: clock.now() }).where('id', '=', id).execute()
    }
  }

  override async remove(id: string): Promise<void> {
    await this.#needs.database.deleteFrom('uploads').where('id', '=', id).execute()
    await rm(this.#pathOf(id), { force: true })
  }

  /** Makes a file of the room of one that has come as a whole, once, whoever asks for it and however often; or says why not. */
  async finish(id: string): Promise<{ document: Document } | { refusal: Refusal }> {
    const running = this.#finishing.get(id)
    if (running) return await running
    const finishing = this.#finishNow(id).finally(() => this.#finishing.delete(id))
    this.#finishing.set(id, finishing)
    return await finishing
  }

  /** Gives up what was left, finishes what has come as a whole, and deletes what belongs to nothing any more. [CONTENT-7] */
  async sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepNow().finally(() => (this.#sweeping = null))
    await this.#sweeping
  }

  /** Resolves once nothing is under way. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#sweeping, ...this.#finishing.values()])
  }

  async #sweepNow(): Promise<void> {
    const { database, clock, documents, folder } = this.#needs
    const names = await readdir(folder)
    for (const { id, at, bytes } of await database.selectFrom('uploads').selectAll().execute()) {
      if ((await this.#come(id)) === bytes) await this.finish(id)
      else if (at < clock.now() - KEPT_FOR) await this.remove(id)
    }
    // A row is there before its file: what has none by now is nobody's.
    const rows = await database.selectFrom('uploads').select('id').execute()
    const ids = new Set(rows.map(({ id }) => id))
    for (const name of names)
      if (!ids.has(name) && !this.#finishing.has(name)) await rm(join(folder, name), { force: true })
    await documents.sweep()
  }

  async #finishNow(id: string): Promise<{ document: Document } | { refusal: Refusal }> {
    const row = await this.find(id)
    if (!row) return { refusal: 'file-gone' }
    const taken =
      row.bytes === 0
        ? ({ refusal: 'file-unknown' } as const)
        : await this.#needs.documents.take({ ...row, path: this.#pathOf(id) })
    await this.remove(id)
    return taken
  }

  async #append(content: Readable, id: string, offset: number): Promise<number> {
    const file = await open(this.#pathOf(id), offset === 0 ? 'w' : 'r+', 0o600)
    let [head, at]: [Uint8Array, number] = [new Uint8Array(), offset]
    let lookedAt = -Infinity
    try {
      for await (const bytes of content as AsyncIterable<Uint8Array>) {
        // Of what is nothing that is taken no more comes than tells it.
        if (offset === 0 && head.length < HEAD_BYTES) head = Buffer.concat([head, bytes]).subarray(0, HEAD_BYTES)
        if (head.length === HEAD_BYTES && at < HEAD_BYTES) await this.#refuseAtBeginning(id, head)
        if (at >= lookedAt + LOOKED_EVERY) {
          if (await isDiskLow(this.#needs.folder)) throw new UploadRefused('disk-full')
          lookedAt = at
        }
        for (let from = 0; from < bytes.length;) {
          const { bytesWritten } = await file.write(bytes, from, bytes.length - from, at)
          from += bytesWritten
          at += bytesWritten
        }
      }
      await file.datasync()
      return at
    } finally {
      await file.close()
    }
  }

  /** Whoever sends what is not taken, or too much of it, hears so before all of it has come. */
  async #refuseAtBeginning(id: string, head: Uint8Array): Promise<void> {
    const beginning = beginningOf(head)
    if (beginning === null) throw new UploadRefused('file-unknown')
    const kind = beginning === 'package' ? 'slides' : beginning.kind
    const { bytes } = (await this.find(id)) ?? { bytes: 0 }
    if (bytes > bytesMax(kind, this.#needs.limits)) throw new UploadRefused('file-large')
  }

  /** How many bytes of a file have come. */
  async #come(id: string): Promise<number> {
    return (await stat(this.#pathOf(id)).catch(() => null))?.size ?? 0
  }

  #pathOf(id: string): string {
    return join(this.#needs.folder, id)
  }
}
