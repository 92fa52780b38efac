import type { Refusal } from '../../protocol/refusals.ts'
import type { AppContext } from '../app-context.ts'

/**
 * The connections of an account in rooms, as they are now. Whatever signs browsers out closes them with null: all come in again, and those that are
 * signed in no longer are nobody there. [ACCOUNT-18]
 */
export async function connectionsOf({ rooms, visitors }: Pick<AppContext, 'rooms' | 'visitors'>, account: string) {
  const connections = await rooms.connections(async (live) => await visitors.peopleOf(account, live))
  return {
    close(why: Refusal | null): void {
      visitors.forgetInside()
      connections.close(why)
    },
  }
}
