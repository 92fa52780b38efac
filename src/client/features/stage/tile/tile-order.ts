import type { PersonView } from '../../../../protocol/views.ts'
import type { PersonId } from '../../../../protocol/types.ts'

const isHost = ({ role }: PersonView) => role === 'host' || role === 'cohost'

/**
 * [LAYOUT-5] The order of the tiles: by coming on stage, hosts first, oneself last. It is kept until somebody leaves, so that no tile moves
 * because a role changes or a host comes late. `before` is the order that was shown last.
 */
export function orderOf(
  before: readonly PersonId[],
  people: readonly PersonView[],
  me: PersonId | null,
): readonly PersonId[] {
  const ids = new Set(people.map(({ id }) => id))
  const isKept = before.every((id) => ids.has(id))
  const kept = new Set(isKept ? before : [])
  const newcomers = people.filter(({ id }) => !kept.has(id))
  const order = [
    ...kept,
    ...newcomers.filter(isHost).map(({ id }) => id),
    ...newcomers.filter((person) => !isHost(person)).map(({ id }) => id),
  ]
  return me !== null && ids.has(me) ? [...order.filter((id) => id !== me), me] : order
}

/** [LAYOUT-4] The large tile: one's own choice, then the shared screen, then everybody's main camera. */
export function mainOf(
  shown: readonly string[],
  shares: readonly string[],
  mine: string | null,
  everyones: string | null,
): string | null {
  const isThere = (id: string | null) => id !== null && (shown.includes(id) || shares.includes(id))
  if (isThere(mine)) return mine
  return shares[0] ?? (isThere(everyones) ? everyones : null)
}
