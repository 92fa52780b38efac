import { createReadStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Selectable } from 'kysely'
import type { Logger } from 'pino'
import type { DocumentKind, DocumentState } from '../../protocol/portal/content.ts'
import type { RoomId } from '../../protocol/types.ts'
import {
  LARGE,
  renditionFile,
  textFile,
  WIDTHS,
  type Converted,
  type Page,
  type Refusal,
  type Width,
} from '../convert/converted.ts'
import type { Converter } from '../convert/converter.ts'
import { FairQueue } from '../convert/fair-queue.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { isDiskLow } from '../files/disk-place.ts'
import type { Files, FilesFault, KeptFile, ByteRange } from '../files/files.ts'
import { ByteCache } from './byte-cache.ts'
import { captionsKey, keysOf, mediaKey, pageKey, posterKey, textKey, type Made } from './made.ts'

type Needs = {
  database: Database
  files: Files
  converter: Converter
  log: Logger
  /** Where files lie while they are converted; what is in it is nobody's. */
  folder: string
  /** The files of a room are further than they were. */
  changed: (room: RoomId) => void
}
type Row = Selectable<Tables['contentFiles']>
type Running = { abort: AbortController; pages: Page[]; of: number }
/** A file that could not be read or kept, as opposed to one that cannot be shown. */
class NotKept extends Error {}

const CACHE_BYTES = 64_000_000
// In UTF-16 code units.
const KNOWN_MAX = 16_000_000
const TRIES = 3
// Pages of a room that wait to be drawn large.
const DRAWING_MAX = 3
// A row that has every page said anew for each would be a large one written a thousand times.
const NOTED_EVERY = 25

/**
 * What is shown of the files of rooms: made by the converter one after the other, films beside them, kept page by page as they come, and found again. What was
 * begun when the server stopped is begun anew. [PAGES-1] [PAGES-2]
 */
export class Renditions {
  readonly #needs: Needs
  readonly #queue = new FairQueue()
  readonly #films = new FairQueue()
  readonly #waiting = new Map<string, Promise<void>>()
  readonly #running = new Map<string, Running>()
  readonly #tries = new Map<string, number>()
  /** Keys of pages that are being drawn large, or wait for it, and of which room. */
  readonly #drawing = new Map<string, RoomId>()
  /** Keys of pages that can be drawn no larger. */
  readonly #largest = new Set<string>()
  readonly #cache = new ByteCache(CACHE_BYTES)
  /** What was made of files that are ready, of `size` as JSON: with a thousand pages and their notes it is long to read. */
  readonly #known = new Map<string, { made: Made; size: number }>()
  #isClosed = false

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** Takes up whatever is still to be made. What cannot be done now is at the next time. */
  async resume(): Promise<void> {
    const rows = await this.#needs.database
      .selectFrom('contentFiles')
      .innerJoin('documents', 'documents.file', 'contentFiles.id')
      .select(['contentFiles.id', 'documents.room', 'documents.kind'])
      .where('contentFiles.state', 'in', ['uploaded', 'converting'])
      .where('contentFiles.sha256', 'is not', null)
      .orderBy('contentFiles.id')
      .execute()
    for (const { id, room, kind } of rows) this.add(id, room, kind)
  }

  /** Makes what is shown of a file, when it is its room's turn. */
  add(file: string, room: RoomId, kind: DocumentKind): void {
    if (this.#waiting.has(file) || this.#isClosed) return
    const queue = kind === 'film' || kind === 'sound' ? this.#films : this.#queue
    const making = queue
      .run(room, async () => await this.#make(file, room))
      .catch((fault: unknown) => this.#needs.log.error({ fault }, 'a file could not be made ready'))
      .finally(() => this.#waiting.delete(file))
    this.#waiting.set(file, making)
  }

  /** Lets go of all that was made of a file, also of what is being made. [CONTENT-8] */
  async forget(file: string): Promise<void> {
    const running = this.#running.get(file)
    running?.abort.abort()
    // What only waits for its turn finds that there is nothing to do.
    if (running) await this.#waiting.get(file)
    const row = await this.#row(file)
    await this.#drop(file, row?.pages ?? 0)
  }

  /** What was made of a file, as far as it is; null where nothing is yet. */
  async made(file: string): Promise<Made | null> {
    const running = this.#running.get(file)
    if (running) return running.pages.length === 0 ? null : pagesMade(running.pages)
    const known = this.#known.get(file)
    if (known) return known.made
    const row = await this.#row(file)
    if (!row?.about) return null
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this class wrote it
    const made = JSON.parse(row.about) as Made
    if (row.state === 'ready' && row.sha256 !== null) this.#remember(file, { made, size: row.about.length })
    return made
  }

  /** How far a file is; null where there is none. */
  async stateOf(file: string): Promise<{ state: DocumentState; pages: number | null; ready: number } | null> {
    return (await this.#row(file)) ?? null
  }

  /** A page as WebP; the widest there is where it was not drawn as wide. Null where it is not made. `isFinal`: it will not become better. */
  async page(
    file: string,
    page: number,
    width: Width,
    room: RoomId,
  ): Promise<{ bytes: Buffer; isFinal: boolean } | null> {
    const found = await this.#bytes(pageKey(file, page, width))
    if (found || width !== LARGE) return found && { bytes: found, isFinal: true }
    const fallback = await this.#bytes(pageKey(file, page, WIDTHS[2]))
    return fallback && { bytes: fallback, isFinal: !this.#drawsLarge(file, page, room) }
  }

  /** The text layer of a page, as JSON; null where it has none. [CONVERT-7] */
  async text(file: string, page: number): Promise<Buffer | null> {
    return await this.#bytes(textKey(file, page))
  }

  /** A film or sound, or a part of it. */
  async media(file: string, range?: ByteRange): Promise<KeptFile | null> {
    return await this.#needs.files.get(mediaKey(file), range)
  }

  /** A still of a film. */
  async poster(file: string): Promise<Buffer | null> {
    return await this.#bytes(posterKey(file))
  }

  /** The captions of a film as WebVTT; null where it has none. [FILM-3] */
  async captions(file: string): Promise<Buffer | null> {
    return await this.#bytes(captionsKey(file))
  }

  /** Keeps the captions of a film, in the place of those of before. */
  async setCaptions(file: string, captions: string): Promise<'stored' | FilesFault> {
    const stored = await this.#needs.files.put(captionsKey(file), [Buffer.from(captions)])
    this.#cache.forget(captionsKey(file))
    if (stored === 'stored') await this.#set(file, { captions: 1 })
    await this.#dropUnlessKept(file, captionsKey(file))
    return stored
  }

  /** Stops what runs; it is begun anew at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#needs.converter.close()
    await Promise.allSettled(this.#waiting.values())
  }

  async #make(file: string, room: RoomId): Promise<void> {
    const { converter } = this.#needs
    const row = await this.#row(file)
    if (this.#isClosed || row?.room !== room || row.sha256 === null) return
    if (row.state === 'ready' || row.state === 'failed') return
    const running: Running = { abort: new AbortController(), pages: [], of: 0 }
    this.#running.set(file, running)
    const [source, out] = [join(this.#needs.folder, `${file}-in`), join(this.#needs.folder, file)]
    try {
      await this.#set(file, { state: 'converting', ready: 0 })
      this.#needs.changed(room)
      await this.#bring(file, source)
      let keeping = Promise.resolve()
      let fault: unknown = null
      const onPage = (page: Page, of: number) => {
        keeping = keeping
          .then(async () => await this.#keepPage({ file, room, out }, running, page, of))
          .catch((thrown: unknown) => {
            fault ??= thrown
            running.abort.abort()
          })
      }
      const converted = await converter.convert({ room, source, out }, { onPage, signal: running.abort.signal })
      await keeping
      if (fault !== null) throw fault
      await this.#end(file, out, converted)
    } catch (fault) {
      await this.#failed(file, fault)
    } finally {
      await rm(source, { force: true })
      await rm(out, { recursive: true, force: true })
      this.#running.delete(file)
      if (await this.#row(file)) this.#needs.changed(room)
      else await this.#drop(file, running.of)
    }
  }

  /** Puts what was uploaded where the converter reads it. */
  async #bring(file: string, source: string): Promise<void> {
    await mkdir(this.#needs.folder, { recursive: true })
    const kept = await this.#needs.files.get(file)
    if (!kept) throw new NotKept('what was uploaded is not there')
    await writeFile(source, kept.content)
  }

  async #keepPage(
    { file, room, out }: { file: string; room: RoomId; out: string },
    running: Running,
    page: Page,
    of: number,
  ): Promise<void> {
    const { number } = page
    for (const { asked } of page.renditions)
      await this.#keep(pageKey(file, number, asked), join(out, renditionFile(number, asked)))
    await this.#keep(textKey(file, number), join(out, textFile(number))).catch(unlessMissing)
    running.pages.push(page)
    running.of = of
    const about = number % NOTED_EVERY === 1 ? { about: JSON.stringify(pagesMade(running.pages)) } : {}
    await this.#set(file, { pages: of, ready: running.pages.length, ...about })
    this.#needs.changed(room)
  }

  async #keep(key: string, path: string): Promise<void> {
    this.#cache.forget(key)
    // A thousand pages are many times what they were drawn from.
    if (await isDiskLow(this.#needs.folder)) throw new NotKept('disk-full')
    const stored = await this.#needs.files.put(key, createReadStream(path))
    if (stored !== 'stored') throw new NotKept(stored)
  }

  async #end(file: string, out: string, converted: Converted): Promise<void> {
    if (converted.kind === 'refused') {
      // Whoever aborted it has the server stop, or the file deleted.
      if (converted.reason === 'aborted') return
      return await this.#refuse(file, converted.reason)
    }
    if (converted.kind === 'pages') {
      const { pages, title, chapters, notes } = converted
      if (pages.length === 0) return await this.#refuse(file, 'broken')
      const made: Made = { kind: 'pages', pages, title, chapters, notes }
      return await this.#set(file, { ...READY, pages: pages.length, ready: pages.length, about: JSON.stringify(made) })
    }
    await this.#keep(mediaKey(file), join(out, converted.file))
    const { type, duration: durationMs } = converted
    const hasPoster = converted.kind === 'film' && converted.poster !== null
    if (converted.kind === 'film' && converted.poster !== null)
      await this.#keep(posterKey(file), join(out, converted.poster))
    const made: Made =
      converted.kind === 'film' ? { kind: 'film', type, durationMs, hasPoster } : { kind: 'sound', type, durationMs }
    await this.#set(file, { ...READY, pages: null, ready: 1, about: JSON.stringify(made) })
  }

  async #refuse(file: string, reason: Refusal): Promise<void> {
    const row = await this.#row(file)
    await this.#drop(file, row?.pages ?? 0)
    await this.#set(file, { state: 'failed', reason, pages: null, ready: 0, about: null })
  }

  /** What is no fault of the file is tried again, a few times. */
  async #failed(file: string, fault: unknown): Promise<void> {
    if (this.#isClosed) return
    if (fault instanceof NotKept && fault.message === 'disk-full') return await this.#refuse(file, 'disk-full')
    const tries = (this.#tries.get(file) ?? 0) + 1
    this.#tries.set(file, tries)
    this.#needs.log.warn({ fault, tries }, 'a file could not be made ready')
    if (tries < TRIES) return await this.#set(file, { state: 'uploaded' })
    this.#tries.delete(file)
    await this.#refuse(file, 'broken')
  }

  /** Begins to draw a page as large as is asked for seldom; false where it can be drawn no larger. [CONVERT-6] */
  #drawsLarge(file: string, page: number, room: RoomId): boolean {
    const key = pageKey(file, page, LARGE)
    if (this.#largest.has(key)) return false
    // Whoever asks for a thousand gets them too, as they ask again, and what is brought meanwhile does not wait for all of them.
    const many = [...this.#drawing.values()].filter((each) => each === room).length
    if (this.#drawing.has(key) || many >= DRAWING_MAX) return true
    this.#drawing.set(key, room)
    this.#queue
      .run(room, async () => {
        if (!(await this.#drawLarge(file, page, room))) this.#largest.add(key)
      })
      .catch((fault: unknown) => this.#needs.log.warn({ fault }, 'a page could not be drawn large'))
      .finally(() => this.#drawing.delete(key))
    return true
  }

  async #drawLarge(file: string, page: number, room: RoomId): Promise<boolean> {
    if (this.#isClosed || !(await this.#isKept(file))) return false
    const [source, out] = [join(this.#needs.folder, `${file}-in`), join(this.#needs.folder, `${file}-large`)]
    try {
      await this.#bring(file, source)
      const converted = await this.#needs.converter.convert({ room, source, out, only: page })
      if (converted.kind !== 'pages') return false
      await this.#keep(pageKey(file, page, LARGE), join(out, renditionFile(page, LARGE)))
      await this.#dropUnlessKept(file, pageKey(file, page, LARGE))
      return true
    } finally {
      await rm(source, { force: true })
      await rm(out, { recursive: true, force: true })
    }
  }

  #remember(file: string, made: { made: Made; size: number }): void {
    this.#known.set(file, made)
    let size = [...this.#known.values()].reduce((sum, each) => sum + each.size, 0)
    for (const [oldest, each] of this.#known) {
      if (size <= KNOWN_MAX || oldest === file) return
      this.#known.delete(oldest)
      size -= each.size
    }
  }

  async #drop(file: string, pages: number): Promise<void> {
    this.#known.delete(file)
    // Of the first there may be something before it is known how many there are.
    for (const keys of keysOf(file, Math.max(pages, 1))) {
      keys.forEach((key) => this.#cache.forget(key))
      await Promise.all(keys.map(async (key) => await this.#needs.files.delete(key)))
    }
  }

  /** Whether a file is one still; of one that is being deleted nothing more is made. */
  async #isKept(file: string): Promise<boolean> {
    return ((await this.#row(file))?.sha256 ?? null) !== null
  }

  /** What was kept of a file while it was deleted goes with it. [PAGES-5] */
  async #dropUnlessKept(file: string, key: string): Promise<void> {
    if (await this.#isKept(file)) return
    this.#cache.forget(key)
    await this.#needs.files.delete(key)
  }

  async #bytes(key: string): Promise<Buffer | null> {
    return await this.#cache.get(key, async () => {
      const kept = await this.#needs.files.get(key)
      return kept && (await buffer(kept.content))
    })
  }

  async #row(file: string): Promise<Row | undefined> {
    const query = this.#needs.database.selectFrom('contentFiles').selectAll().where('id', '=', file)
    return await query.executeTakeFirst()
  }

  async #set(file: string, set: Partial<Row>): Promise<void> {
    await this.#needs.database.updateTable('contentFiles').set(set).where('id', '=', file).execute()
  }
}

const READY = { state: 'ready', reason: null } as const

const pagesMade = (pages: Page[]): Made => ({ kind: 'pages', pages, title: null, chapters: [], notes: [] })

function unlessMissing(fault: unknown): void {
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault
}
