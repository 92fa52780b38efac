import { byPerson, type CommandRows } from '../command-row.ts'
import { react, setReactions } from './reactions.ts'

/** The commands of reactions. */
export const reactionCommands: CommandRows<'react' | 'setReactions'> = {
  react: byPerson('react', ({ session }) => react(session), 'reaction'),
  setReactions: byPerson('setReactions', ({ session, me, command, at }) => setReactions(session, me, command.on, at)),
}
