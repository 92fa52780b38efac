import type { DatabaseSync } from 'node:sqlite'
import type { Event } from '../../protocol/events.ts'
import type { RoomId, SessionId } from '../../protocol/types.ts'
import type { Change } from './projections.ts'
import type { openErasing } from './store.sqlite-erasing.ts'
import { openForgetting } from './store.sqlite-forgetting.ts'
import type { AppendFault, Store } from './store.ts'

type Result = 'stored' | AppendFault | 'room-unknown'

/** What the rest of the store gives to this part of it. */
type Given = {
  erasing: ReturnType<typeof openErasing>
  /** Runs something in the next commit. */
  write: (run: () => Result) => Promise<Result>
  /** Makes a session its room's last, within a transaction. */
  beginIn: (room: RoomId, session: SessionId, events: Event[]) => Result
  apply: (session: SessionId, change: Change) => void
  /** All that waits is written. */
  rested: () => void
}

type Port = Pick<
  Store,
  | 'endedBefore'
  | 'dropSession'
  | 'dropPeople'
  | 'setDeleted'
  | 'deletedBefore'
  | 'deleteRoom'
  | 'forgetPerson'
  | 'forgetting'
  | 'eraseSome'
  | 'scrub'
  | 'clockSeen'
  | 'putClockSeen'
>

/** The part of the store's port that lets go of things, and takes them out of the file. */
export function openRetention(db: DatabaseSync, { erasing, write, beginIn, apply, rested }: Given): Port {
  const forgetting = openForgetting(db, apply)

  /** Does something in the next commit that can be refused by the disk alone. */
  async function does(run: () => void): Promise<'stored' | 'disk-full'> {
    const result = await write(() => {
      run()
      return 'stored'
    })
    return result === 'stored' ? result : 'disk-full'
  }

  /** The same for a room that may be none any more. */
  async function inRoom(run: () => 'stored' | 'room-unknown'): Promise<'stored' | 'disk-full' | 'room-unknown'> {
    const result = await write(run)
    return result === 'conflict' || result === 'fenced' ? 'disk-full' : result
  }

  /** A little of a larger work, in the commit of whatever else waits. `run` tells whether there is more. */
  async function slice(run: () => boolean): Promise<'more' | 'done' | 'disk-full'> {
    let isMore = false
    const result = await does(() => (isMore = run()))
    if (result === 'disk-full') return result
    return isMore ? 'more' : 'done'
  }

  return {
    endedBefore: async (at, after) => erasing.endedBefore(at, after),
    async dropSession(session, emptied) {
      const result = await write(() => {
        const room = erasing.dropSession(session)
        // A new one may have begun since it was looked at. [KEEP-2]
        if (!emptied || room === null) return 'stored'
        const begun = beginIn(room, emptied.id, emptied.events)
        if (begun === 'stored') erasing.setEmptied(emptied.id)
        return begun
      })
      return result === 'disk-full' ? result : 'stored'
    },
    dropPeople: async (before) => await slice(() => erasing.dropPeople(before)),
    setDeleted: async (room, at) => await inRoom(() => erasing.setDeleted(room, at)),
    deletedBefore: async (at) => erasing.deletedBefore(at),
    deleteRoom: async (room) => await inRoom(() => erasing.deleteRoom(room)),
    forgetPerson: async (room, person, alias) =>
      await does(() => erasing.writingOver(() => forgetting.forgetPerson(room, person, alias))),
    forgetting: async () => forgetting.jobs(),
    async eraseSome() {
      const did = await slice(() => erasing.writingOver(() => forgetting.forgetSome()) || erasing.eraseSome()).catch(
        (fault: unknown) => {
          forgetting.again()
          throw fault
        },
      )
      if (did === 'disk-full') forgetting.again()
      return did
    },
    async scrub(anew) {
      rested()
      erasing.scrub(anew)
    },
    clockSeen: async () => erasing.clockSeen(),
    putClockSeen: async (seen) => await does(() => erasing.putClockSeen(seen)),
  }
}
