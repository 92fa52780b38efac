import type { Measured, Verdict } from '../../protocol/rehearsal.ts'

// One process decides and sends on one core. With more work than this, in ms a second, a burst would be felt.
const BUSY_MAX = 700
// So long a hand waits before somebody thinks that it was not heard; and with it the loop, which others wait for.
const SLOW_HAND = 1_000
const SLOW_LOOP = 500
// What a few bots cost says nothing of a thousand.
const BOTS_MIN = 5
const SECONDS_MIN = 3
// Of more than this nothing has ever been measured; and what a bot costs says little of very many more than there were.
const MOST = 10_000
const MOST_TIMES = 20

/**
 * [REHEARSE-6] About how many viewers the server would hold, from what it has cost to have these bots. A viewer costs as much as a bot:
 * less, for bots are livelier, and more, for what one says goes to all; the second is bounded by the tick. Rounded down to two digits.
 */
export function verdictOf(measured: Measured | null): Verdict {
  if (!measured || measured.seconds < SECONDS_MIN || measured.bots < BOTS_MIN) return { kind: 'tooShort' }
  const { bots, busy, idle, held, hand } = measured
  if ((hand ?? 0) > SLOW_HAND || held > SLOW_LOOP)
    return { kind: 'slow', bots, hand: Math.round(Math.max(hand ?? 0, held)) }
  const each = Math.max(busy - idle, 0) / bots
  const viewers = each === 0 ? Infinity : Math.max(BUSY_MAX - idle, 0) / each
  const most = Math.min(MOST, MOST_TIMES * bots)
  if (viewers >= most) return { kind: 'holds', viewers: twoDigits(most), atLeast: true, bots }
  if (viewers < bots) return { kind: 'slow', bots, hand: Math.round(Math.max(hand ?? 0, held)) }
  return { kind: 'holds', viewers: twoDigits(viewers), atLeast: false, bots }
}

function twoDigits(many: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(many)) - 1)
  return Math.floor(many / unit) * unit
}
