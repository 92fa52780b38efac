import { byAnybody, byPerson, type CommandRows } from '../command-row.ts'
import { reject } from '../outcome.ts'
import { admit, admitAll, declineEntry, hasToWait, requestEntry, lockRoom, stopWaiting } from './lobby.ts'
import { changeName, join, leave } from './presence.ts'

/** The commands of entering, leaving and the lobby. People in the lobby can leave and change their name too. */
export const entryCommands: CommandRows<
  'join' | 'leave' | 'deleteMyData' | 'changeName' | 'lockRoom' | 'admit' | 'admitAll' | 'declineEntry'
> = {
  join: byAnybody(({ session, actor, command: { page }, at }) => {
    const isNew = !session.people.has(actor.id) && !session.removed.has(actor.id)
    return isNew && hasToWait(session, actor) ? requestEntry(session, actor, page, at) : join(session, actor, page, at)
  }),
  leave: byAnybody(({ session, actor, at }) => {
    if (session.waiting.has(actor.id)) return stopWaiting(actor.id, at)
    const me = session.people.get(actor.id)
    return me ? leave(session, me, at) : reject('not-in-room')
  }, 'selfReducing'),
  // What follows concerns more than this session: the room does it. [KEEP-6]
  deleteMyData: byAnybody(({ actor }) => (actor.role === 'host' ? reject('host-stays') : []), 'selfReducing'),
  changeName: byAnybody(({ session, actor, command, at }) => {
    const waiter = session.waiting.get(actor.id)
    const me = waiter ? { ...actor, name: waiter.name } : session.people.get(actor.id)
    return me ? changeName(session, me, command.name, at) : reject('not-in-room')
  }),
  lockRoom: byPerson('lockRoom', ({ session, me, command, at }) => lockRoom(session, me, command.on, at)),
  admit: byPerson('admit', ({ session, me, command, at }) => admit(session, me, command.person, at)),
  admitAll: byPerson('admit', ({ session, me, at }) => admitAll(session, me, at)),
  declineEntry: byPerson('admit', ({ session, me, command, at }) => declineEntry(session, me, command.person, at)),
}
