import type { PersonId, Reaction } from '../../../protocol/types.ts'
import type { wayToStage } from '../../../rules/permissions/policy.ts'
import type { StatusWords } from './status-words.ts'

/**
 * [SAID-1] An announcement for screen readers: who comes on stage and leaves it, who starts and stops sharing and
 * presenting, which page everybody is on, where oneself is, one's
 * place in the queue and way to the stage, whether room and chat are open, who writes privately, and one's own reaction. What a notice says
 * is not announced again.
 */
export type Announcement =
  | { about: PersonId; kind: 'came-on' | 'left-stage'; name: string }
  | { about: 'share'; kind: 'shares' | 'shares-no-more'; name: string }
  | { about: 'share'; kind: 'presents'; name: string; file: string }
  | { about: 'share'; kind: 'presents-no-more'; name: string }
  | { about: 'page'; kind: 'page'; page: number; pages: number }
  | { about: 'place'; kind: 'place'; words: StatusWords }
  | { about: 'turn'; kind: 'turn'; place: number; wait: number | null }
  | { about: 'reaction'; kind: 'reacted'; reaction: Reaction }
  | { about: 'way'; kind: 'way'; way: Way }
  | { about: 'lock'; kind: 'room-locked'; on: boolean }
  | { about: 'chat'; kind: 'chat-paused'; on: boolean }
  | { about: string; kind: 'private'; name: string }
  | { about: 'blocked'; kind: 'blocked'; on: boolean }
  | { about: 'main'; kind: 'main'; on: boolean }

/** How a viewer comes on stage: by joining, by asking, or only by an invitation. */
export type Way = ReturnType<typeof wayToStage>
