import { wayUp } from '../../../rules/permissions/policy.ts'
import type { Saying, Way } from './saying.ts'
import type { CallState } from '../call-state.ts'

/** What holds in the room for oneself. `way`: null for who is up already. `rights`: what one is and may, as one word. */
type Facts = {
  way: Way | null
  rights: string
  locked: boolean
  paused: boolean
  blocked: boolean
  main: boolean
}

/** What holds now; null outside. */
export function factsOf({ me, session }: CallState): Facts | null {
  if (!me) return null
  const way = me.place === 'viewer' ? wayUp(me, session.access) : null
  const rights = JSON.stringify([me.role, me.custom])
  const { locked, chat, mainCamera } = session
  return { way, rights, locked, paused: chat.paused, blocked: chat.blocked.has(me.id), main: mainCamera === me.id }
}

/** [SAID-1] What is said when it becomes another; of the own rights a notice tells. */
export function sayingsBetween(was: Facts | null, now: Facts | null): Saying[] {
  if (!was || !now) return []
  const { way, rights, locked: isLocked, paused: isPaused, blocked: isBlocked, main: isMain } = now
  const sayings: Saying[] = []
  if (way && was.way && way !== was.way && rights === was.rights) sayings.push({ about: 'way', kind: 'way', way })
  if (isLocked !== was.locked) sayings.push({ about: 'lock', kind: 'room-locked', on: isLocked })
  if (isPaused !== was.paused) sayings.push({ about: 'chat', kind: 'chat-paused', on: isPaused })
  if (isBlocked !== was.blocked) sayings.push({ about: 'blocked', kind: 'blocked', on: isBlocked })
  if (isMain !== was.main) sayings.push({ about: 'main', kind: 'main', on: isMain })
  return sayings
}
