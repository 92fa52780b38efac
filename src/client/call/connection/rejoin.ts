import type { CallState } from '../call-state.ts'

/** What a person lost whose place was not kept that long. */
export type Lost = { hand: boolean; stage: boolean }

/**
 * [PRESENCE-7] Whether a welcome finds one outside who was inside before it and did nothing to leave; such a page joins again as a viewer.
 * Gives what was lost; null if there is nothing to rejoin, or the person left.
 */
export function lostWhileAway(before: CallState, after: CallState): Lost | null {
  const isSame = before.session.id === after.session.id && after.session.endedAt === null
  const mayCome = after.door === 'open' || after.door === 'locked'
  if (!before.inside || after.inside || !isSame || !mayCome || after.left !== null) return null
  return { hand: before.session.hands.has(after.you?.id ?? ''), stage: before.me?.place === 'stage' }
}
