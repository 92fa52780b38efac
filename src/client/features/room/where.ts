import type { CallState } from '../../call/call-state.ts'

/** Why somebody is neither inside nor may join. */
export type OutsideWhy =
  | 'refused'
  | 'replaced'
  | 'outdated'
  | 'full'
  | 'removed'
  | 'waiting'
  | 'ended'
  | 'declined'
  | 'self'

/** The screen that a call shows. */
export function whereIs({
  connection,
  you,
  inside,
  door,
  left,
  session,
}: CallState): OutsideWhy | 'loading' | 'room' | 'prejoin' {
  if (connection === 'refused' || connection === 'replaced' || connection === 'outdated' || connection === 'full')
    return connection
  if (you === null) return 'loading'
  if (inside) return 'room'
  if (door === 'removed') return door
  if (session.endedAt !== null) return 'ended'
  return door === 'waiting' ? door : (left ?? 'prejoin')
}
