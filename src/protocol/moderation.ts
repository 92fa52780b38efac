import * as v from 'valibot'
import { about, command, event } from './shapes.ts'
import { Id, Lock, Source } from './types.ts'

/** The commands of moderators about others' microphones, cameras and presence. */
export const moderationCommands = [
  command('setLock', { person: Id, source: Source, on: v.boolean() }),
  command('turnOffAll', { source: Source, lock: v.boolean() }),
  command('unlockAll', { source: Source }),
  about('askToUnmute'),
  command('removeFromRoom', { person: Id, lasting: v.boolean() }),
  about('liftRemoval'),
] as const

/** Microphones and cameras are locked, and people removed. */
export const moderationEvents = [
  event('lockSet', { person: Id, source: Source, lock: Lock, by: Id }),
  event('allLockSet', { source: Source, on: v.boolean(), by: Id }),
  event('removed', { person: Id, name: v.string(), lasting: v.boolean(), by: Id }),
  event('removalLifted', { person: Id, by: Id }),
] as const
