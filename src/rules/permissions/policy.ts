import type { Custom } from '../../protocol/views.ts'
import { Permission, type GivenRole, type LinkRole, type Role, type StageAccess } from '../../protocol/types.ts'

/** As what somebody acts, or is acted on. */
export type Standing = { role: Role; custom?: Custom; chatModerator?: boolean }

/** From the highest to the lowest. */
const RANKS: readonly Role[] = ['host', 'cohost', 'moderator', 'speaker', 'participant']
const HOSTS: readonly Role[] = ['host', 'cohost']
const RUNNERS: readonly Role[] = ['host', 'cohost', 'moderator']

/**
 * Whom a verb reaches. `anyone`: it is against nobody's will. `peers`: it is, and so does not reach up to hosts [ROLE-3].
 * `below`: it shuts out [ROLE-4]. `others`: those who do not run the room.
 */
type Reach = 'anyone' | 'peers' | 'below' | 'others'
type Row = { who: readonly Role[]; reach: Reach }

const row = (who: readonly Role[], reach: Reach = 'anyone'): Row => ({ who, reach })

/** Who may do what, to whom: the one table by which `decide` refuses and the interface hides. [ROLE-2] [PERMISSION-1] */
const MATRIX = {
  invite: row(RUNNERS),
  holdBackstage: row(RUNNERS, 'others'),
  bringOn: row(RUNNERS),
  revokeInvitation: row(RUNNERS),
  declineRequest: row(RUNNERS),
  askToUnmute: row(RUNNERS),
  moveHand: row(RUNNERS),
  setMainCamera: row(RUNNERS),
  lowerHand: row(RUNNERS, 'peers'),
  mute: row(RUNNERS, 'peers'),
  turnOffCamera: row(RUNNERS, 'peers'),
  removeFromStage: row(RUNNERS, 'peers'),
  stopShare: row(RUNNERS, 'peers'),
  lock: row(RUNNERS, 'below'),
  setRole: row(RUNNERS, 'below'),
  removeFromRoom: row(RUNNERS, 'below'),
  editPermissions: row(RUNNERS, 'others'),
  setChatModerator: row(RUNNERS, 'others'),
  liftRemoval: row(RUNNERS),
  lockRoom: row(RUNNERS),
  passLock: row(RUNNERS),
  admit: row(RUNNERS),
  clearHands: row(RUNNERS),
  setAccess: row(RUNNERS),
  setMode: row(RUNNERS),
  setStageSize: row(RUNNERS),
  setReactions: row(RUNNERS),
  rehearse: row(['host']),
  endSession: row(RUNNERS),
  startSession: row(RUNNERS),
  handOutLinks: row(RUNNERS),
  seeActs: row(RUNNERS),
  seeFeedback: row(RUNNERS),
  setPrivateChat: row(RUNNERS),
  setChat: row(RUNNERS),
  clearChat: row(RUNNERS),
  pinMessage: row(RUNNERS),
  deleteMessage: row(RUNNERS, 'peers'),
  blockFromChat: row(RUNNERS, 'others'),
  shareScreen: row(RUNNERS),
  presentContent: row(RUNNERS),
  chat: row(RANKS),
  react: row(RANKS),
  raiseHand: row(RANKS),
  joinStage: row(RANKS),
  seeParticipants: row(RANKS),
} satisfies Record<string, Row>

/** [CHAT-14] What a chat moderator may do beside the own role. */
const CHAT_MODERATION: ReadonlySet<Verb> = new Set<Verb>([
  'setChat',
  'clearChat',
  'pinMessage',
  'deleteMessage',
  'blockFromChat',
])

/** What can be done to a person, or to the room as a whole. */
export type Verb = keyof typeof MATRIX

/** Whether somebody may do a thing, to a person where it concerns one. */
export function can(actor: Standing, verb: Verb, target?: Standing): boolean {
  const { who, reach } = MATRIX[verb]
  const own = isModerator(actor.role) ? undefined : customOf(actor, verb)
  const moderates = actor.chatModerator === true && CHAT_MODERATION.has(verb)
  if (!moderates && !(own ?? who.includes(actor.role))) return false
  return target === undefined || reaches(actor.role, reach, target.role)
}

function customOf(actor: Standing, verb: Verb): boolean | undefined {
  const permission = Permission.options.find((each) => each === verb)
  return permission && actor.custom?.[permission]
}

function reaches(actor: Role, reach: Reach, target: Role): boolean {
  switch (reach) {
    case 'anyone':
      return true
    case 'peers':
      return HOSTS.includes(actor) || !HOSTS.includes(target)
    case 'below':
      return isLower(target, actor)
    case 'others':
      return !isModerator(target)
  }
}

/** Whether a role stands below another. */
export function isLower(role: Role, than: Role): boolean {
  return RANKS.indexOf(role) > RANKS.indexOf(than)
}

/** [ROLE-5] Whether somebody may give a role to a person. */
export function mayGive(actor: Standing, role: GivenRole, target: Standing): boolean {
  if (!can(actor, 'setRole', target) || isLower(actor.role, role)) return false
  return role !== 'cohost' || actor.role === 'host'
}

/** Whether a role runs the room: hosts, co-hosts and moderators. [ROLE-2] */
export function isModerator(role: Role): boolean {
  return RUNNERS.includes(role)
}

/** What a person may do now, beside acting on others. */
export function permissionsOf(who: Standing): Record<Permission, boolean> {
  const may = (permission: Permission) => can(who, permission)
  return {
    shareScreen: may('shareScreen'),
    presentContent: may('presentContent'),
    chat: may('chat'),
    react: may('react'),
    raiseHand: may('raiseHand'),
    joinStage: may('joinStage'),
    seeParticipants: may('seeParticipants'),
  }
}

/** [PERMISSION-5] The permissions that govern something: what one may present comes with content. */
export const OFFERED: readonly Permission[] = Permission.options.filter((each) => each !== 'presentContent')

/** [PERMISSION-2] Of the permissions wanted for a person, those in which the person differs from the role. */
export function customFrom(role: Role, wanted: Record<Permission, boolean>): Custom {
  const differing = Permission.options.filter((each) => wanted[each] !== can({ role }, each))
  return Object.fromEntries(differing.map((each) => [each, wanted[each]]))
}

/** The way up for a viewer: by oneself, by asking, or only when invited. [ACCESS-1] to [ACCESS-4] [PERMISSION-3] */
export function wayUp(who: Standing, access: StageAccess): 'join' | 'ask' | 'none' {
  if (!can(who, 'joinStage')) return 'none'
  if (who.role !== 'participant' || access === 'everyone') return 'join'
  return access === 'request' ? 'ask' : 'none'
}

const LINK_GIVES: Record<LinkRole, Role> = { viewer: 'participant', speaker: 'speaker', moderator: 'moderator' }

/** The role of somebody who opens an invite link: what it names, or the higher one held before. [ROLE-1] */
export function roleByLink(held: Role, link: LinkRole): Role {
  const given = LINK_GIVES[link]
  return isLower(held, given) ? given : held
}
