import { byPerson, type CommandRows } from '../command-row.ts'
import { startRehearsal, stopRehearsal } from './rehearsal.ts'

/** What is asked of a rehearsal. */
export const rehearsalCommands: CommandRows<'startRehearsal' | 'stopRehearsal'> = {
  startRehearsal: byPerson('rehearse', ({ session, me, command, at }) => startRehearsal(session, me, command.bots, at)),
  stopRehearsal: byPerson('rehearse', ({ session, me, at }) => stopRehearsal(session, 'stopped', me.id, at)),
}
