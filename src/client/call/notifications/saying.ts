import type { PersonId, Reaction } from '../../../protocol/types.ts'
import type { wayUp } from '../../../rules/permissions/policy.ts'
import type { StatusWords } from './status-words.ts'

/**
 * [SAID-1] Something for those who do not see it: who comes on stage and goes, who shares and shares no more, where oneself is, the
 * own place in the queue, the own way to the stage, whether room and chat are open, who writes privately, and the own reaction. What
 * a notice says is said by the notice.
 */
export type Saying =
  | { about: PersonId; kind: 'came-on' | 'left-stage'; name: string }
  | { about: 'share'; kind: 'shares' | 'shares-no-more'; name: string }
  | { about: 'place'; kind: 'place'; words: StatusWords }
  | { about: 'turn'; kind: 'turn'; place: number; wait: number | null }
  | { about: 'reaction'; kind: 'reacted'; reaction: Reaction }
  | { about: 'way'; kind: 'way'; way: Way }
  | { about: 'lock'; kind: 'room-locked'; on: boolean }
  | { about: 'chat'; kind: 'chat-paused'; on: boolean }
  | { about: string; kind: 'private'; name: string }
  | { about: 'blocked'; kind: 'blocked'; on: boolean }
  | { about: 'main'; kind: 'main'; on: boolean }

/** How a viewer comes on stage: by going, by asking, or by an invitation alone. */
export type Way = ReturnType<typeof wayUp>
