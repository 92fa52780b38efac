import type { Refusal } from '../../protocol/refusals.ts'
import type { PersonId } from '../../protocol/types.ts'

/** One browser in the room or at its door: for whom it speaks, and how to reach it. Who that is, is looked up when it matters. */
export type Connection = {
  readonly id: PersonId
  /** How many bytes wait for it to read them. */
  readonly unread: number
  /** Sends a frame. */
  send(frame: string): void
  /** Sends frames that were made bytes once for many: see `textFrame`. */
  write(frames: Buffer): void
  /** Closes it: another window has the room. */
  replaced(): void
  /** Closes it, and the browser is to come back: another process has the room, or it is to be looked up anew who that browser is. */
  moved(): void
  /** Closes it for good, and says why. */
  refused(why: Refusal): void
}
