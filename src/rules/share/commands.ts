import { byPerson, toPerson, type CommandRows } from '../command-row.ts'
import { startShare, stopShare } from './share.ts'

/** The commands of shared screens. */
export const shareCommands: CommandRows<'startShare' | 'stopShare'> = {
  startShare: byPerson(null, ({ session, me, command, at }) => startShare(session, me, command, at)),
  stopShare: toPerson(null, ({ session, me, target, at }) => stopShare(session, me, target, at)),
}
