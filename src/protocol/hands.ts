import * as v from 'valibot'
import { Typed } from './names.ts'
import { about, bare, command, event } from './shapes.ts'
import { HandPurpose, Id } from './types.ts'

/** What is asked of hands. */
export const handCommands = [
  bare('raiseHand'),
  bare('askToJoin'),
  /** Why one's hand is up. [HAND-5] */
  command('giveReason', { reason: Typed }),
  about('lowerHand'),
  about('declineRequest'),
  /** To the place before another's, or to the end. [HAND-6] */
  command('moveHand', { person: Id, before: v.nullable(Id) }),
  bare('clearHands'),
] as const

export const HandDown = v.picklist(['self', 'lowered', 'declined', 'on-stage'])

/** Hands go up, move, and go down. */
export const handEvents = [
  event('handRaised', { person: Id, purpose: HandPurpose, order: v.number(), first: v.optional(v.boolean(), false) }),
  event('reasonGiven', { person: Id, reason: v.string() }),
  event('handMoved', { person: Id, order: v.number(), first: v.optional(v.boolean()), by: Id }),
  event('handLowered', { person: Id, why: HandDown, by: v.nullable(Id) }),
  event('handsCleared', { by: Id }),
] as const
