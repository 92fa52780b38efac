import { DOCUMENTS_WINDOW, type Documents, type DocumentsAsked } from '../../protocol/portal/content.ts'
import { searchKey } from '../../rules/audience/search-key.ts'
import type { Database } from '../database/database.ts'
import type { Bringer } from './content-access.ts'
import { documentsIn, shown } from './documents.ts'

// The words of a search, of which more would narrow nothing.
const WORDS_MAX = 8

/** A window of one's own files in a room, or of all of it, in some order. `most`: how many bytes the room's files may have. [CONTENT-9] */
export async function listDocuments(
  database: Database,
  { room, person }: Bringer,
  { whose, search, sort, order, from }: DocumentsAsked,
  most: number,
): Promise<Documents> {
  const direction = order === 'up' ? 'asc' : 'desc'
  let query = documentsIn(database, room)
  if (whose === 'mine') query = query.where('owner', '=', person)
  for (const word of searchKey(search).split(' ').filter(Boolean).slice(0, WORDS_MAX))
    query = query.where((where) => where(where.fn<number>('instr', ['words', where.val(word)]), '>', 0))
  const rows = await query
    .orderBy(sort === 'name' ? 'words' : `documents.${sort}`, direction)
    .orderBy('documents.id')
    .offset(from)
    .limit(DOCUMENTS_WINDOW + 1)
    .execute()
  return {
    documents: rows.slice(0, DOCUMENTS_WINDOW).map((row) => shown(row, person)),
    next: rows.length > DOCUMENTS_WINDOW ? from + DOCUMENTS_WINDOW : null,
    used: await usedBy(database, room),
    most,
  }
}

/** How many bytes the files of a room take up; what several have counts once. */
export async function usedBy(database: Database, room: string): Promise<number> {
  const sum = database.selectFrom('contentFiles').where('room', '=', room).where('sha256', 'is not', null)
  const { bytes } = await sum
    .select((where) => where.fn.sum<number | null>('bytes').as('bytes'))
    .executeTakeFirstOrThrow()
  return bytes ?? 0
}

/** How many files a room has. */
export async function filesIn(database: Database, room: string): Promise<number> {
  const count = database.selectFrom('documents').where('room', '=', room)
  const { many } = await count.select((where) => where.fn.countAll<number>().as('many')).executeTakeFirstOrThrow()
  return many
}
