import type { Playback } from '../../protocol/presenting/content.ts'
import type { Millis } from '../../protocol/types.ts'

/** Where a film is for everybody at a time of the session, in ms; at its end it stays. [PRESENT-6] */
export function positionAt({ playing, positionMs, at }: Playback, now: Millis, durationMs: number | null): number {
  const position = playing ? positionMs + Math.max(0, now - at) : positionMs
  return durationMs === null ? position : Math.min(position, durationMs)
}

/** Below it nobody notices: less than two pictures of a film. */
const CLOSE: Millis = 40
/** From there on it would take long to catch up, and it jumps instead. */
const FAR: Millis = 1_000
/** As much faster or slower as is hardly heard. */
const RATE = 0.05

/**
 * How a player that is `ahead` of everybody comes back to them, in ms, or behind with a negative number: by a jump, or by playing faster or
 * slower for a while; `rate` is 1 where it is close enough. [FILM-1]
 */
export function correction(ahead: Millis): { jumps: true } | { jumps: false; rate: number } {
  if (Math.abs(ahead) >= FAR) return { jumps: true }
  if (Math.abs(ahead) <= CLOSE) return { jumps: false, rate: 1 }
  // As far as it is away, within what is hardly heard.
  const part = Math.min(1, Math.abs(ahead) / (FAR / 4))
  return { jumps: false, rate: 1 - Math.sign(ahead) * Math.max(0.01, RATE * part) }
}
