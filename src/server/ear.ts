import type { Actor } from '../rules/outcome.ts'

/** One browser in the room or at its door: who it speaks for, and how to reach it. */
export type Ear = {
  /** With the role of now, which may change while one is here. */
  person: Actor
  /** Sends a frame that was made text once for many. */
  send(frame: string): void
  /** Closes with one of protocol's CLOSED codes. */
  replaced(): void
}
