import * as v from 'valibot'
import { about, command, event } from './shapes.ts'
import { Id } from './types.ts'

/** What is asked of shared screens. */
export const shareCommands = [
  /** `instead`: of whom, where somebody shares. [SHARE-3] */
  command('startShare', { sound: v.boolean(), instead: v.nullable(Id) }),
  about('stopShare'),
] as const

export const ShareEnd = v.picklist(['self', 'stopped', 'taken', 'rights', 'foul'])

/** Screens are shared. */
export const shareEvents = [
  event('shareStarted', { person: Id, sound: v.boolean() }),
  event('shareEnded', { person: Id, why: ShareEnd, by: v.nullable(Id) }),
] as const
