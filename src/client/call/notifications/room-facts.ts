import { wayToStage } from '../../../rules/permissions/policy.ts'
import type { Announcement, Way } from './announcement.ts'
import type { CallState } from '../call-state.ts'

/** What holds in the room for oneself. `way`: null on stage and backstage. `rights`: one's role and permissions, as a string to compare. */
type Facts = {
  way: Way | null
  rights: string
  locked: boolean
  paused: boolean
  blocked: boolean
  main: boolean
}

/** What holds now; null while outside. */
export function factsOf({ me, session }: CallState): Facts | null {
  if (!me) return null
  const way = me.place === 'viewer' ? wayToStage(me, session.access) : null
  const rights = JSON.stringify([me.role, me.custom])
  const { locked, chat, mainCamera } = session
  return { way, rights, locked, paused: chat.paused, blocked: chat.blocked.has(me.id), main: mainCamera === me.id }
}

/** [SAID-1] The announcements when it changes; a notice tells changes of one's own rights. */
export function announcementsBetween(was: Facts | null, now: Facts | null): Announcement[] {
  if (!was || !now) return []
  const { way, rights, locked: isLocked, paused: isPaused, blocked: isBlocked, main: isMain } = now
  const announcements: Announcement[] = []
  if (way && was.way && way !== was.way && rights === was.rights) announcements.push({ about: 'way', kind: 'way', way })
  if (isLocked !== was.locked) announcements.push({ about: 'lock', kind: 'room-locked', on: isLocked })
  if (isPaused !== was.paused) announcements.push({ about: 'chat', kind: 'chat-paused', on: isPaused })
  if (isBlocked !== was.blocked) announcements.push({ about: 'blocked', kind: 'blocked', on: isBlocked })
  if (isMain !== was.main) announcements.push({ about: 'main', kind: 'main', on: isMain })
  return announcements
}
