import type { Custom } from '../../protocol/views.ts'
import { Permission, type GivenRole, type LinkRole, type Role, type StageAccess } from '../../protocol/types.ts'

/** What the policy needs to know of a person, as the one who acts or the one acted on. */
export type Standing = { role: Role; custom?: Custom; chatModerator?: boolean }

/** From the highest to the lowest. */
const RANKS: readonly Role[] = ['host', 'cohost', 'moderator', 'speaker', 'participant']
const HOSTS: readonly Role[] = ['host', 'cohost']
const MODERATORS: readonly Role[] = ['host', 'cohost', 'moderator']

/**
 * Whom a verb can be done to. `anyone`: it is against nobody's will. `peers`: it may be against somebody's will, so not to hosts, except by
 * hosts [ROLE-3]. `below`: it shuts somebody out, so only to lower roles [ROLE-4]. `others`: only to people who are no moderators.
 */
type Reach = 'anyone' | 'peers' | 'below' | 'others'
type Row = { who: readonly Role[]; reach: Reach }

const row = (who: readonly Role[], reach: Reach = 'anyone'): Row => ({ who, reach })

/** Who may do what, and to whom. `decide` rejects by this table, and the interface hides by it. [ROLE-2] [PERMISSION-1] */
const MATRIX = {
  invite: row(MODERATORS),
  holdBackstage: row(MODERATORS, 'others'),
  bringOn: row(MODERATORS),
  revokeInvitation: row(MODERATORS),
  declineRequest: row(MODERATORS),
  askToUnmute: row(MODERATORS),
  moveHand: row(MODERATORS),
  setMainCamera: row(MODERATORS),
  lowerHand: row(MODERATORS, 'peers'),
  mute: row(MODERATORS, 'peers'),
  turnOffCamera: row(MODERATORS, 'peers'),
  removeFromStage: row(MODERATORS, 'peers'),
  // A screen, or content: also to turn its pages. [SHARE-4] [PRESENT-4]
  stopShare: row(MODERATORS, 'peers'),
  lock: row(MODERATORS, 'below'),
  setRole: row(MODERATORS, 'below'),
  removeFromRoom: row(MODERATORS, 'below'),
  editPermissions: row(MODERATORS, 'others'),
  setChatModerator: row(MODERATORS, 'others'),
  liftRemoval: row(MODERATORS),
  lockRoom: row(MODERATORS),
  passLock: row(MODERATORS),
  admit: row(MODERATORS),
  clearHands: row(MODERATORS),
  setAccess: row(MODERATORS),
  setMode: row(MODERATORS),
  setStageSize: row(MODERATORS),
  setReactions: row(MODERATORS),
  setHands: row(MODERATORS),
  rehearse: row(HOSTS),
  editRoom: row(HOSTS),
  setMembers: row(HOSTS),
  endSession: row(MODERATORS),
  deleteRoom: row(['host']),
  handOver: row(['host']),
  startSession: row(MODERATORS),
  handOutLinks: row(MODERATORS),
  seeActs: row(MODERATORS),
  seeFeedback: row(MODERATORS),
  setPrivateChat: row(MODERATORS),
  setChat: row(MODERATORS),
  clearChat: row(MODERATORS),
  pinMessage: row(MODERATORS),
  deleteMessage: row(MODERATORS, 'peers'),
  blockFromChat: row(MODERATORS, 'others'),
  shareScreen: row(MODERATORS),
  presentContent: row(MODERATORS),
  draw: row(MODERATORS),
  writeNotes: row(MODERATORS),
  // [CONTENT-1] Speakers bring what they are going to show.
  prepareContent: row([...MODERATORS, 'speaker']),
  arrangeStoryboard: row(MODERATORS),
  chat: row(RANKS),
  react: row(RANKS),
  raiseHand: row(RANKS),
  joinStage: row(RANKS),
  seeParticipants: row(RANKS),
} satisfies Record<string, Row>

/** [CHAT-14] What a chat moderator may do besides what the role allows. */
const CHAT_MODERATION: ReadonlySet<Verb> = new Set<Verb>([
  'setChat',
  'clearChat',
  'pinMessage',
  'deleteMessage',
  'blockFromChat',
])

/** Something that can be done to a person, or to the room as a whole. */
export type Verb = keyof typeof MATRIX

/** Whether a person may do something; to `target`, if it is done to a person. */
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

/** Whether a role is lower than another. */
export function isLower(role: Role, than: Role): boolean {
  return RANKS.indexOf(role) > RANKS.indexOf(than)
}

/** [ROLE-5] Whether a person may give a role to another. */
export function mayGive(actor: Standing, role: GivenRole, target: Standing): boolean {
  if (!can(actor, 'setRole', target) || isLower(actor.role, role)) return false
  return role !== 'cohost' || actor.role === 'host'
}

/** Whether a role is one of the moderators': host, co-host or moderator. [ROLE-2] */
export function isModerator(role: Role): boolean {
  return MODERATORS.includes(role)
}

/** The permissions that a person has now. */
export function permissionsOf(who: Standing): Record<Permission, boolean> {
  const may = (permission: Permission) => can(who, permission)
  return {
    shareScreen: may('shareScreen'),
    presentContent: may('presentContent'),
    draw: may('draw'),
    writeNotes: may('writeNotes'),
    chat: may('chat'),
    react: may('react'),
    raiseHand: may('raiseHand'),
    joinStage: may('joinStage'),
    seeParticipants: may('seeParticipants'),
  }
}

const NOT_YET: ReadonlySet<Permission> = new Set(['writeNotes'])
/** [PERMISSION-5] The permissions that can be set; the others govern nothing yet. */
export const OFFERED: readonly Permission[] = Permission.options.filter((each) => !NOT_YET.has(each))

/** [PERMISSION-2] Of the permissions wanted for a person, those that differ from what the role gives. */
export function customFrom(role: Role, wanted: Record<Permission, boolean>): Custom {
  const differing = Permission.options.filter((each) => wanted[each] !== can({ role }, each))
  return Object.fromEntries(differing.map((each) => [each, wanted[each]]))
}

/** How a viewer comes on stage: by joining, by asking, or only by an invitation. [ACCESS-1] to [ACCESS-4] [PERMISSION-3] */
export function wayToStage(who: Standing, access: StageAccess): 'join' | 'ask' | 'none' {
  if (!can(who, 'joinStage')) return 'none'
  if (who.role !== 'participant' || access === 'everyone') return 'join'
  return access === 'request' ? 'ask' : 'none'
}

/** The role that an invite link gives. */
export const LINK_GIVES: Record<LinkRole, GivenRole> = {
  viewer: 'participant',
  speaker: 'speaker',
  moderator: 'moderator',
}

/**
 * The role that counts of one that a person has been given here and one that comes by who they are: the higher, unless a moderator has
 * lowered them here; whose the room is by now is its host whatever was before. [MEMBER-3] [MEMBER-5]
 */
export function roleThatCounts({
  role,
  named,
  lowered,
}: {
  role: Role
  named?: Role | undefined
  lowered: boolean
}): Role {
  if (named === 'host') return named
  return named !== undefined && !lowered && isLower(role, named) ? named : role
}

/** The role of a person who opens an invite link: the link's, or the one held before if that is higher. [ROLE-1] */
export function roleByLink(held: Role, link: LinkRole): Role {
  const given = LINK_GIVES[link]
  return isLower(held, given) ? given : held
}
