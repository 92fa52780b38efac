import { STORYBOARDS_MAX, type Storyboard, type Storyboards } from '../../protocol/presenting/storyboard.ts'
import type { DocumentId, Millis, PersonId, RoomId } from '../../protocol/types.ts'
import { imported, storyboardOf } from '../../rules/content/storyboard.ts'
import type { Database } from '../database/database.ts'
import { newId } from '../secrets.ts'
import { documentsIn, shown } from './documents.ts'

/** The strip of a room, as somebody is shown its files; those that were deleted are in it no more. [STORYBOARD-1] */
export async function storyboardIn(database: Database, room: RoomId, asker: PersonId): Promise<Storyboard> {
  const { revision, documents } = await kept(database, room)
  const rows = new Map((await documentsIn(database, room).execute()).map((row) => [row.id, row]))
  const there = documents.flatMap((id) => rows.get(id) ?? [])
  return { revision, documents: there.map((row) => shown(row, asker)) }
}

/** Keeps the strip in its new order; false where somebody changed it since the revision that was seen. [STORYBOARD-2] */
export async function changeStoryboard(
  database: Database,
  room: RoomId,
  change: { revision: number; documents: readonly DocumentId[] },
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const before = await kept(transaction, room)
    if (before.revision !== change.revision) return false
    await keep(transaction, room, before.revision + 1, storyboardOf(change.documents, await idsIn(transaction, room)))
    return true
  })
}

/** The storyboards that a room has saved. */
export async function savedStoryboards(database: Database, room: RoomId): Promise<Storyboards> {
  const known = await idsIn(database, room)
  const rows = await database
    .selectFrom('savedStoryboards')
    .selectAll()
    .where('room', '=', room)
    .orderBy('name')
    .execute()
  return {
    storyboards: rows.map(({ id, name, documents, at }) => ({
      id,
      name,
      at,
      documents: storyboardOf(idsOf(documents), known).length,
    })),
  }
}

/** Saves the strip as it is under a name; false where the room has as many as it keeps. [STORYBOARD-4] */
export async function saveStoryboard(database: Database, room: RoomId, name: string, at: Millis): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const saved = await transaction.selectFrom('savedStoryboards').select('id').where('room', '=', room).execute()
    if (saved.length >= STORYBOARDS_MAX) return false
    const { documents } = await kept(transaction, room)
    const row = { id: newId(), room, name, documents: JSON.stringify(documents), at }
    await transaction.insertInto('savedStoryboards').values(row).execute()
    return true
  })
}

/** Gives a saved one another name; false where there is none of this id. */
export async function renameStoryboard(database: Database, room: RoomId, id: string, name: string): Promise<boolean> {
  const renamed = database.updateTable('savedStoryboards').set({ name }).where('room', '=', room).where('id', '=', id)
  return (await renamed.executeTakeFirst()).numUpdatedRows > 0n
}

/** Puts the files of a saved one after those of the strip; false where there is none of this id. [STORYBOARD-4] */
export async function importStoryboard(database: Database, room: RoomId, id: string): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const saved = transaction.selectFrom('savedStoryboards').select('documents').where('room', '=', room)
    const row = await saved.where('id', '=', id).executeTakeFirst()
    if (!row) return false
    const { revision, documents } = await kept(transaction, room)
    const all = imported(documents, idsOf(row.documents))
    await keep(transaction, room, revision + 1, storyboardOf(all, await idsIn(transaction, room)))
    return true
  })
}

/** Deletes a saved one; one that is not there is no fault. */
export async function deleteStoryboard(database: Database, room: RoomId, id: string): Promise<void> {
  await database.deleteFrom('savedStoryboards').where('room', '=', room).where('id', '=', id).execute()
}

async function kept(database: Database, room: RoomId): Promise<{ revision: number; documents: DocumentId[] }> {
  const row = await database.selectFrom('storyboards').selectAll().where('room', '=', room).executeTakeFirst()
  return { revision: row?.revision ?? 0, documents: row ? idsOf(row.documents) : [] }
}

async function keep(database: Database, room: RoomId, revision: number, documents: DocumentId[]): Promise<void> {
  const row = { revision, documents: JSON.stringify(documents) }
  await database
    .insertInto('storyboards')
    .values({ room, ...row })
    .onConflict((conflict) => conflict.column('room').doUpdateSet(row))
    .execute()
}

async function idsIn(database: Database, room: RoomId): Promise<Set<DocumentId>> {
  const rows = await database.selectFrom('documents').select('id').where('room', '=', room).execute()
  return new Set(rows.map(({ id }) => id))
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this file wrote it
const idsOf = (documents: string) => JSON.parse(documents) as DocumentId[]
