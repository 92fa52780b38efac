import type { Refusal } from '../../protocol/refusals.ts'
import type { RoomId } from '../../protocol/types.ts'
import { isLastAdmin } from '../../rules/accounts/policy.ts'
import type { AppContext } from '../app-context.ts'
import { tellGoes } from '../portal/reminders/change-mails.ts'
import { enabledAdmins } from './admin-routes.ts'
import { audit } from './audit-log.ts'
import type { Account } from './accounts.ts'

/**
 * Deletes an account with the rooms that are its own, and the mails to it; resolves to why not, or null. An account that is gone already is not
 * deleted again. [ACCOUNT-6] [ACCOUNT-19] [MAIL-15]
 */
export async function deleteAccount(context: AppContext, account: Account): Promise<Refusal | null> {
  const tells = new Map<RoomId, () => Promise<void>>()
  for (const { room } of await ownedRooms(context, account.id)) {
    if ((await context.rooms.room(room)) === 'elsewhere') return 'room-moved'
    tells.set(room, await tellGoes(context, room))
  }
  const gone = await takeAway(context, account.id)
  if (gone === 'last-admin') return gone
  for (const room of gone) {
    await erase(context, room)
    await tells.get(room)?.()
  }
  await context.mail.forget(account.email)
  return null
}

/** What an account owns, as it is in this moment. */
export async function ownedRooms({ database }: Pick<AppContext, 'database'>, account: string) {
  return await database.selectFrom('roomOwners').select('room').where('account', '=', account).execute()
}

/**
 * Takes the account and its rooms away in one step, so that no room is left to nobody, and none is taken that was given away meanwhile. Resolves
 * to the rooms, which are deleted like those whose deletion can be undone until they are erased.
 */
async function takeAway({ database, clock }: AppContext, id: string): Promise<RoomId[] | 'last-admin'> {
  const at = clock.now()
  return await database.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('accounts')
      .select(['role', 'disabledAt'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return []
    const { role, disabledAt } = row
    if (isLastAdmin({ role, isDisabled: disabledAt !== null }, await enabledAdmins(transaction))) return 'last-admin'
    await transaction
      .updateTable('rooms')
      .set({ deletedAt: at })
      .where('deletedAt', 'is', null)
      .where('id', 'in', (eb) => eb.selectFrom('roomOwners').select('room').where('account', '=', id))
      .execute()
    const owned = await transaction.deleteFrom('roomOwners').where('account', '=', id).returning('room').execute()
    await transaction.deleteFrom('memberships').where('kind', '=', 'account').where('subject', '=', id).execute()
    await transaction.deleteFrom('accounts').where('id', '=', id).execute()
    await audit(transaction, { at, by: null, act: 'account-deleted', about: null })
    return owned.map(({ room }) => room)
  })
}

/** Deletes a room for good, now; what cannot be erased yet is closed, and goes with the rooms whose deletion was not undone. [ROOM-8] */
async function erase({ log, rooms, store }: AppContext, room: RoomId): Promise<void> {
  const live = await rooms.room(room)
  if (live === 'elsewhere') return
  const refusal = live === 'deleted' ? await store.deleteRoom(room) : await live?.delete()
  if (refusal !== 'disk-full') return
  log.warn({ room }, 'a room of an account that is gone could not be erased yet')
  await rooms.retire(room)
}
