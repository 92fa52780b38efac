import * as v from 'valibot'
import { command, event, flip } from './shapes.ts'
import { Id, Reactions } from './types.ts'

/** The commands of reactions. */
export const reactionCommands = [
  /** One's reactions since the last such command; they are counted and not stored. [REACT-5] */
  command('react', { reactions: Reactions }),
  flip('setReactions'),
] as const

/** Reactions are turned on and off. */
export const reactionEvents = [event('reactionsSet', { on: v.boolean(), by: Id })] as const
