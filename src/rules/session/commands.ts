import { byPerson, type CommandRows } from '../command-row.ts'
import { endSession, setAccess, setMode, setStageSize } from './room.ts'

/** The commands about the session as a whole. */
export const sessionCommands: CommandRows<'endSession' | 'deleteRoom' | 'setMode' | 'setStageSize' | 'setAccess'> = {
  endSession: byPerson('endSession', ({ session, me, at }) => endSession(session, me, at)),
  // What follows concerns more than this session: the room does it. [KEEP-5]
  deleteRoom: byPerson('deleteRoom', () => []),
  setMode: byPerson('setMode', ({ session, me, command, at }) => setMode(session, me, command.mode, at)),
  setStageSize: byPerson('setStageSize', ({ session, me, command, at }) => setStageSize(session, me, command.size, at)),
  setAccess: byPerson('setAccess', ({ session, me, command, at }) => setAccess(session, me, command.access, at)),
}
