import type { CallState } from '../call-state.ts'

/** What somebody has lost whose place could not be kept for so long. */
export type Lost = { hand: boolean; stage: boolean }

/**
 * [PRESENCE-7] Whether a welcome found one outside who was inside before it and did nothing to leave: then one goes in again by itself,
 * as a viewer. Gives what that has cost; null where there is nothing to come back to, or somebody said otherwise.
 */
export function lostWhileAway(before: CallState, after: CallState): Lost | null {
  const isSame = before.session.id === after.session.id && after.session.endedAt === null
  const mayCome = after.door === 'open' || after.door === 'locked'
  if (!before.inside || after.inside || !isSame || !mayCome || after.left !== null) return null
  return { hand: before.session.hands.has(after.you?.id ?? ''), stage: before.me?.place === 'stage' }
}
