import type { Millis, RoomId } from '../../protocol/types.ts'
import type { Database } from '../database/database.ts'

/** Makes a room an account's own. False where it is one's already, or the account is gone or disabled. [ACCOUNT-5] [ACCOUNT-19] */
export async function claim(
  database: Database,
  owned: { room: RoomId; account: string; at: Millis },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('roomOwners')
    .columns(['room', 'account', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('accounts')
        .select([eb.val(owned.room).as('room'), 'id as account', eb.val(owned.at).as('at')])
        .where('id', '=', owned.account)
        .where('disabledAt', 'is', null),
    )
    .onConflict((conflict) => conflict.column('room').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== undefined && numInsertedOrUpdatedRows > 0n
}

/** Whose account's a room is; null for nobody's. */
export async function ownerOf(database: Database, room: RoomId): Promise<string | null> {
  const row = await database.selectFrom('roomOwners').select('account').where('room', '=', room).executeTakeFirst()
  return row?.account ?? null
}

/** Why no room can be an account's; null where one can. [ACCOUNT-19] */
export async function refusedToOwn(
  database: Database,
  account: string,
): Promise<'account-unknown' | 'account-disabled' | null> {
  const row = await database.selectFrom('accounts').select('disabledAt').where('id', '=', account).executeTakeFirst()
  if (!row) return 'account-unknown'
  return row.disabledAt === null ? null : 'account-disabled'
}
