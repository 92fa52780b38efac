import * as v from 'valibot'
import { about, command, event } from '../shapes.ts'
import { Id } from '../types.ts'

/** The commands of shared screens. */
export const shareCommands = [
  /** `instead`: the person whose share one takes over, if somebody shares. [SHARE-3] */
  command('startShare', { sound: v.boolean(), instead: v.nullable(Id) }),
  about('stopShare'),
] as const

export const ShareEnd = v.picklist(['self', 'stopped', 'taken', 'rights', 'foul'])

/** Screens are shared. */
export const shareEvents = [
  event('shareStarted', { person: Id, sound: v.boolean() }),
  event('shareEnded', { person: Id, why: ShareEnd, by: v.nullable(Id) }),
] as const
