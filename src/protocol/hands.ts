import * as v from 'valibot'
import { Typed } from './names.ts'
import { about, bare, command, event, flip } from './shapes.ts'
import { HandPurpose, Id } from './types.ts'

/** The commands of raised hands. */
export const handCommands = [
  bare('raiseHand'),
  bare('askToJoin'),
  /** The reason of one's raised hand. [HAND-5] */
  command('giveReason', { reason: Typed }),
  about('lowerHand'),
  about('declineRequest'),
  /** Moves a hand before the hand of another person, or to the end. [HAND-6] */
  command('moveHand', { person: Id, before: v.nullable(Id) }),
  bare('clearHands'),
  flip('setHands'),
] as const

export const HandDown = v.picklist(['self', 'lowered', 'declined', 'on-stage'])

/** Hands are raised, moved and lowered. */
export const handEvents = [
  event('handRaised', { person: Id, purpose: HandPurpose, order: v.number(), first: v.optional(v.boolean(), false) }),
  event('reasonGiven', { person: Id, reason: v.string() }),
  event('handMoved', { person: Id, order: v.number(), first: v.optional(v.boolean()), by: Id }),
  event('handLowered', { person: Id, why: HandDown, by: v.nullable(Id) }),
  event('handsCleared', { by: Id }),
  /** Raising a hand to speak is turned on or off; off, those that are up to speak are down. [HAND-9] */
  event('handsSet', { on: v.boolean(), by: Id }),
] as const
