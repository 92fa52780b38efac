import type { LinkRole, Role, StageAccess } from '../protocol/words.ts'

/** What can be done to a person, or to the room as a whole; the same table refuses in `decide` and hides in the interface. */
export type Verb =
  | 'lowerHand'
  | 'declineRequest'
  | 'invite'
  | 'revokeInvitation'
  | 'mute'
  | 'turnOffCamera'
  | 'removeFromStage'
  | 'setAccess'
  | 'endSession'
  | 'startSession'
  | 'handOutLinks'

const RUNNERS: readonly Role[] = ['host', 'moderator']

const MAY: Record<Verb, readonly Role[]> = {
  lowerHand: RUNNERS,
  declineRequest: RUNNERS,
  invite: RUNNERS,
  revokeInvitation: RUNNERS,
  mute: RUNNERS,
  turnOffCamera: RUNNERS,
  removeFromStage: RUNNERS,
  setAccess: RUNNERS,
  endSession: RUNNERS,
  startSession: RUNNERS,
  handOutLinks: RUNNERS,
}

// These act against a person's own will, so a moderator's do not reach a host. An invitation or an answer offends nobody.
const AGAINST: ReadonlySet<Verb> = new Set<Verb>(['mute', 'turnOffCamera', 'removeFromStage', 'lowerHand'])

/** Whether somebody of a role may do a thing, to a person of another role where it concerns one. [ROLE-2] [ROLE-3] */
export function can(actor: Role, verb: Verb, target?: Role): boolean {
  if (!MAY[verb].includes(actor)) return false
  return !(target === 'host' && actor !== 'host' && AGAINST.has(verb))
}

/** Whether a role runs the room: hosts and moderators. [ROLE-2] */
export function runs(role: Role): boolean {
  return RUNNERS.includes(role)
}

/** The way up for a viewer: by oneself, by asking, or only when invited. [ACCESS-1] to [ACCESS-4] */
export function wayUp(role: Role, access: StageAccess): 'join' | 'ask' | 'none' {
  if (role !== 'participant' || access === 'everyone') return 'join'
  return access === 'request' ? 'ask' : 'none'
}

const LINK_GIVES: Record<LinkRole, Role> = { viewer: 'participant', speaker: 'speaker', moderator: 'moderator' }
const RANK: readonly Role[] = ['participant', 'speaker', 'moderator', 'host']

/** The role of somebody who opens an invite link: what it names, or the higher one held before. [ROLE-1] */
export function roleByLink(held: Role, link: LinkRole): Role {
  const given = LINK_GIVES[link]
  return RANK.indexOf(given) > RANK.indexOf(held) ? given : held
}
