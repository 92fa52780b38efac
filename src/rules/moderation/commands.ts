import { byPerson, toPerson, type CommandRows } from '../command-row.ts'
import { askToUnmute, setLock, turnOffAll, unlockAll } from './locks.ts'
import { liftRemoval, removeFromRoom } from './removal.ts'

/** The commands of moderators about others' microphones, cameras and presence. */
export const moderationCommands: CommandRows<
  'setLock' | 'turnOffAll' | 'unlockAll' | 'askToUnmute' | 'removeFromRoom' | 'liftRemoval'
> = {
  setLock: toPerson('lock', ({ session, me, target, command, at }) =>
    setLock(session, me, target, command.source, command.on, at),
  ),
  turnOffAll: byPerson('mute', ({ session, me, command, at }) =>
    turnOffAll(session, me, command.source, command.lock, at),
  ),
  unlockAll: byPerson('lock', ({ session, me, command, at }) => unlockAll(session, me, command.source, at)),
  askToUnmute: toPerson('askToUnmute', ({ session, me, target, at }) => askToUnmute(session, me, target, at)),
  // Also reaches people who were here and have gone. [REMOVE-7]
  removeFromRoom: byPerson(null, ({ session, me, command, at }) =>
    removeFromRoom(session, me, command.person, command.lasting, at),
  ),
  liftRemoval: byPerson('liftRemoval', ({ session, me, command, at }) => liftRemoval(session, me, command.person, at)),
}
