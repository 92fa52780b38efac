import type { Millis, RoomId } from '../../protocol/types.ts'
import type { Database } from '../database/database.ts'

/** Makes a room an account's own. False where it is one's already. [ACCOUNT-5] */
export async function claim(
  database: Database,
  owned: { room: RoomId; account: string; at: Millis },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('roomOwners')
    .values(owned)
    .onConflict((conflict) => conflict.column('room').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== undefined && numInsertedOrUpdatedRows > 0n
}

/** Whose account's a room is; null for nobody's. */
export async function ownerOf(database: Database, room: RoomId): Promise<string | null> {
  const row = await database.selectFrom('roomOwners').select('account').where('room', '=', room).executeTakeFirst()
  return row?.account ?? null
}
