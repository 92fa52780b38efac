import type { Event } from '../protocol/events.ts'
import { runs } from './permissions/policy.ts'
import type { Session } from './session/session.ts'

/**
 * What has to be known of a kind of event beside what it makes of the session. The compiler asks for every column of a new kind, so
 * that nobody forgets who hears of it or what it counts.
 */
export type EventRow = {
  /**
   * Who hears of it inside: `everyone`; those whom its person `concerns` [AUDIENCE-1] [AUDIENCE-3]; the same, but of who is in the
   * wings only those who run the room (`openly`) [WINGS-7]; of those concerned only who runs the room (`moderators`); who runs the
   * room in any case, and the others where it concerns them (`outsiders`: it is about somebody who is not inside) or never; nobody;
   * or as chat-telling.ts says.
   */
  hears: 'everyone' | 'concerned' | 'openly' | 'moderators' | 'outsiders' | 'outsidersToModerators' | 'nobody' | 'chat'
  /** Whether who hears of it is shown its person first. */
  introduces: boolean
  /** Whether it may change the numbers of the audience, the heads of the queue, or somebody's place in it. [AUDIENCE-2] [HAND-8] */
  counts: boolean
  /** Whether it may change who of those who run the room is here. [SESSION-5] */
  attends: boolean
  /** Who is given a new welcome, because another room is known from then on: its own person, all at the door, or nobody. */
  welcomes: 'own' | 'door' | 'nobody'
  /**
   * Whether it is kept in the log: always; only of who is up or runs the room, for a viewer's coming back and being cut off are nobody's
   * news, and after a restart all are cut off anyway [PRESENCE-4]; or never, for it only says anew what the log has.
   */
  stored: 'always' | 'ofThoseKnown' | 'never'
  /** Whether it is told to everybody with others of its kind, a few times a second. [CHAT-15] */
  isSpread: boolean
}

const row = (hears: EventRow['hears'], more: Partial<EventRow> = {}): EventRow => ({
  hears,
  introduces: false,
  counts: false,
  attends: false,
  welcomes: 'nobody',
  stored: 'always',
  isSpread: false,
  ...more,
})

const COUNTS = { counts: true }
const INTRODUCES = { introduces: true }

/** A row for every kind of event. */
export const EVENTS: Record<Event['type'], EventRow> = {
  sessionStarted: row('everyone', COUNTS),
  sessionEnded: row('everyone', COUNTS),
  joined: row('concerned', { counts: true, attends: true, welcomes: 'own' }),
  left: row('concerned', { counts: true, attends: true, welcomes: 'own' }),
  pageSeen: row('nobody'),
  nameChanged: row('concerned', { counts: true, welcomes: 'own' }),
  connectionLost: row('concerned', { attends: true, stored: 'ofThoseKnown' }),
  everyConnectionLost: row('everyone', { attends: true }),
  cameBack: row('concerned', { attends: true, stored: 'ofThoseKnown' }),
  cameOnStage: row('concerned', { counts: true, introduces: true }),
  cameToWings: row('moderators', { counts: true, introduces: true }),
  leftStage: row('openly', COUNTS),
  microphoneTurned: row('openly'),
  cameraTurned: row('openly'),
  shareStarted: row('concerned', INTRODUCES),
  shareEnded: row('concerned'),
  handRaised: row('moderators', { counts: true, introduces: true }),
  handLowered: row('moderators', COUNTS),
  handMoved: row('moderators', COUNTS),
  handsCleared: row('everyone', COUNTS),
  reasonGiven: row('moderators'),
  spoke: row('nobody'),
  modeSet: row('everyone', { welcomes: 'door' }),
  accessSet: row('everyone', { welcomes: 'door' }),
  stageSizeSet: row('everyone'),
  mainCameraSet: row('concerned'),
  reactionsSet: row('everyone'),
  invited: row('moderators', INTRODUCES),
  invitationClosed: row('moderators'),
  roleSet: row('concerned', { counts: true, introduces: true, attends: true, welcomes: 'own' }),
  chatModeratorSet: row('concerned', { introduces: true, welcomes: 'own' }),
  permissionsSet: row('concerned', { introduces: true, welcomes: 'own' }),
  lockSet: row('concerned', INTRODUCES),
  allLockSet: row('everyone'),
  askedToUnmute: row('moderators'),
  removed: row('outsiders', { counts: true, attends: true, welcomes: 'own' }),
  removalLifted: row('outsidersToModerators', { welcomes: 'own' }),
  roomLocked: row('everyone', { welcomes: 'door' }),
  waiting: row('outsiders', { counts: true, welcomes: 'own' }),
  admitted: row('outsiders', COUNTS),
  entryDeclined: row('outsiders', { counts: true, welcomes: 'own' }),
  stoppedWaiting: row('outsiders', { counts: true, welcomes: 'own' }),
  endWarned: row('everyone'),
  messageWritten: row('chat', { isSpread: true }),
  messageLiked: row('chat', { isSpread: true }),
  messageDeleted: row('chat', { isSpread: true }),
  messagePinned: row('chat', { isSpread: true }),
  messageUnpinned: row('everyone', { isSpread: true }),
  chatBlocked: row('chat'),
  chatUnblocked: row('chat'),
  chatCleared: row('everyone', { isSpread: true }),
  chatPaused: row('everyone'),
  slowModeSet: row('everyone'),
  privateChatSet: row('everyone'),
  feedbackGiven: row('nobody'),
  likesCounted: row('nobody', { stored: 'never' }),
  met: row('nobody', { stored: 'never' }),
}

/** Whether an event that has just happened in a session is kept in its log. */
export function isStored(session: Session, event: Event): boolean {
  const { stored } = EVENTS[event.type]
  if (stored !== 'ofThoseKnown' || !('person' in event) || event.type === 'met') return stored === 'always'
  const person = session.people.get(event.person)
  return person !== undefined && (person.place !== 'viewer' || runs(person.role))
}
