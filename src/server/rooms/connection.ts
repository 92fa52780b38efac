import type { PersonId } from '../../protocol/words.ts'

/** One browser in the room or at its door: for whom it speaks, and how to reach it. Who that is, is looked up when it matters. */
export type Connection = {
  readonly id: PersonId
  /** Sends a frame that was made text once for many. */
  send(frame: string): void
  /** Closes it: another window has the room. */
  replaced(): void
}
