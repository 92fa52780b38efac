import { picturePath } from '../../protocol/http.ts'
import type { RoomPictures, RoomPlace } from '../../protocol/rooms.ts'
import type { Millis, PictureId, RoomId } from '../../protocol/types.ts'
import type { Database } from '../database/database.ts'
import type { Files, FilesFault, KeptFile } from '../files/files.ts'
import { newId } from '../secrets.ts'
import type { PictureFault, Redraw } from './redraw.ts'

/** Whose a picture is. */
export type PictureOwner = { room: RoomId; place: RoomPlace } | { account: string }

// A room's within 1,600 pixels; a face fills a square that is sharp where two pixels of a screen make one.
const OF_ROOM = { side: 1_600, fills: false }
const OF_ACCOUNT = { side: 256, fills: true }

/**
 * The pictures of rooms and accounts: whose they are is a row, what is in them a file. A row is there before its file and goes after it, so
 * that none is kept that nobody knows of; rows that are nobody's are what is still to be deleted.
 */
export class Pictures {
  readonly #database: Database
  readonly #files: Files
  readonly #redraw: Redraw
  /** Those that are being kept right now. */
  readonly #coming = new Set<string>()

  constructor(database: Database, files: Files, redraw: Redraw) {
    this.#database = database
    this.#files = files
    this.#redraw = redraw
  }

  /** Keeps what was sent as somebody's picture, in the place of the one before. Its id, or why it is refused. */
  async put(
    owner: PictureOwner,
    bytes: Uint8Array,
    at: Millis,
  ): Promise<{ id: PictureId } | { refusal: PictureFault | FilesFault | 'picture-gone' }> {
    const drawn = await this.#redraw(bytes, 'room' in owner ? OF_ROOM : OF_ACCOUNT)
    if ('fault' in drawn) return { refusal: drawn.fault }
    const id = newId()
    this.#coming.add(id)
    try {
      const place = 'room' in owner ? owner.place : ('profile' as const)
      const row = { id, room: null, account: null, place, at }
      await this.#database.insertInto('pictures').values(row).execute()
      const stored = await this.#files.put(id, [drawn.webp])
      if (stored !== 'stored') return { refusal: stored }
      return (await this.#give(id, owner)) ? { id } : { refusal: 'picture-gone' }
    } finally {
      this.#coming.delete(id)
      await this.#sweepNow()
    }
  }

  /** Takes somebody's picture away, if there is one. */
  async remove(owner: PictureOwner): Promise<void> {
    await this.#drop(this.#database, owner)
    await this.#sweepNow()
  }

  /** The file of a picture by its id; null where it is nobody's, or its room's that is deleted for now. [PICTURE-4] */
  async file(id: string): Promise<KeptFile | null> {
    const row = await this.#database
      .selectFrom('pictures')
      .leftJoin('rooms', 'rooms.id', 'pictures.room')
      .select('pictures.id')
      .where('pictures.id', '=', id)
      .where((where) =>
        where.or([
          where('pictures.account', 'is not', null),
          where.and([where('pictures.room', 'is not', null), where('rooms.deletedAt', 'is', null)]),
        ]),
      )
      .executeTakeFirst()
    return row ? await this.#files.get(row.id) : null
  }

  /** Deletes what is nobody's any more, file and row. What cannot be deleted now is the next time. [PICTURE-5] */
  async sweep(): Promise<void> {
    const rows = await this.#database
      .selectFrom('pictures')
      .select('id')
      .where('room', 'is', null)
      .where('account', 'is', null)
      .execute()
    for (const { id } of rows) {
      if (this.#coming.has(id)) continue
      await this.#files.delete(id)
      await this.#database.deleteFrom('pictures').where('id', '=', id).execute()
    }
  }

  /** What was asked is done by then; what cannot be deleted now is within a minute. */
  async #sweepNow(): Promise<void> {
    await this.sweep().catch(() => {})
  }

  /** Makes a picture somebody's. False where they are not there any more. */
  async #give(id: string, owner: PictureOwner): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const table = 'room' in owner ? 'rooms' : 'accounts'
      const whose = 'room' in owner ? owner.room : owner.account
      const isThere = await transaction.selectFrom(table).select('id').where('id', '=', whose).executeTakeFirst()
      if (!isThere) return false
      await this.#drop(transaction, owner)
      const { room, account } = { room: null, account: null, ...owner }
      await transaction.updateTable('pictures').set({ room, account }).where('id', '=', id).execute()
      return true
    })
  }

  async #drop(database: Database, owner: PictureOwner): Promise<void> {
    const dropped = database.updateTable('pictures').set({ room: null, account: null })
    const theirs =
      'room' in owner
        ? dropped.where('room', '=', owner.room).where('place', '=', owner.place)
        : dropped.where('account', '=', owner.account)
    await theirs.execute()
  }
}

/** Where the pictures of a room are. */
export async function picturesOfRoom(database: Database, room: RoomId): Promise<RoomPictures> {
  const rows = await database.selectFrom('pictures').select(['id', 'place']).where('room', '=', room).execute()
  const found = new Map(rows.map(({ id, place }) => [place, picturePath(id)]))
  const at = (place: RoomPlace) => found.get(place) ?? null
  return { picture: at('picture'), logo: at('logo'), waiting: at('waiting') }
}

/** The whole address of the picture of what a room is about, for mails and for programs that show a link; null where it has none. */
export function pictureAddress({ picture }: RoomPictures, server: URL): string | null {
  return picture === null ? null : new URL(picture, server).href
}

/** Where the picture of what each of several rooms is about is, for those that have one. */
export async function picturesOfRooms(database: Database, rooms: readonly RoomId[]): Promise<Map<RoomId, string>> {
  if (rooms.length === 0) return new Map()
  const rows = await database
    .selectFrom('pictures')
    .select(['id', 'room'])
    .where('room', 'in', rooms)
    .where('place', '=', 'picture' satisfies RoomPlace)
    .execute()
  return new Map(rows.flatMap(({ id, room }) => (room === null ? [] : [[room, picturePath(id)] as const])))
}

/** Where the picture of an account is; null where it has none. */
export async function pictureOfAccount(database: Database, account: string): Promise<string | null> {
  const id = await pictureIdOf(database, account)
  return id === null ? null : picturePath(id)
}

/** The id of the picture of an account; null where it has none. */
export async function pictureIdOf(database: Database, account: string): Promise<PictureId | null> {
  const row = await database.selectFrom('pictures').select('id').where('account', '=', account).executeTakeFirst()
  return row?.id ?? null
}
