import * as v from 'valibot'
import { command, event, flip } from './shapes.ts'
import { Id, Reactions } from './types.ts'

/** What is asked of reactions. */
export const reactionCommands = [
  /** What one has shown since the message before; counted, and kept nowhere. [REACT-5] */
  command('react', { reactions: Reactions }),
  flip('setReactions'),
] as const

/** Reactions are turned on and off. */
export const reactionEvents = [event('reactionsSet', { on: v.boolean(), by: Id })] as const
