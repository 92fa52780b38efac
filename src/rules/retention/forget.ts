import type { Event, Told } from '../../protocol/events.ts'
import type { PersonId } from '../../protocol/types.ts'
import { byNobody, isRemovalBy } from './forgotten.ts'

/** Who is to be forgotten in a log that is read from its beginning, and what has been learnt of them on the way. */
export type Forgotten = {
  /** Instead of whose id which other one stands, that leads to nobody. */
  readonly aliases: ReadonlyMap<PersonId, PersonId>
  /** The names that they had. */
  readonly names: Set<string>
  /** The numbers of what they wrote to everybody in this session. */
  readonly numbers: Set<number>
}

/** What an event says when these people are taken out of it: the same event where it says nothing of them. [KEEP-6] [KEEP-7] */
export function forget(event: Event, who: Forgotten): Event {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row of a type takes the events of that type
  return (FORGETS[event.type] as (event: Event, who: Forgotten) => Event)(event, who)
}

/**
 * Every kind of event, so that nobody adds one without saying what it holds of a person. Ids are replaced and names and words emptied; the
 * event stays, so that numbers, order and whatever others did are as they were.
 */
const FORGETS: { [K in Event['type']]: (event: Told<K>, who: Forgotten) => Told<K> } = {
  sessionStarted: (event, { aliases, names }) => {
    const removed = event.removed
      .filter(({ person }) => !aliases.has(person))
      .map((removal) =>
        isRemovalBy(
          removal,
          (id) => aliases.has(id),
          (name) => names.has(name),
        )
          ? byNobody(removal)
          : removal,
      )
    const kept = event.kept.filter(({ person }) => !aliases.has(person))
    const isSame = kept.length === event.kept.length && removed.every((removal, n) => removal === event.removed[n])
    return isSame && removed.length === event.removed.length ? event : { ...event, removed, kept }
  },
  sessionEnded: ids,
  modeSet: ids,
  stageSizeSet: ids,
  accessSet: ids,
  endWarned: ids,
  timeOver: ids,
  joined: (event, who) => {
    if (!isOf(event, who)) return event
    const { picture: _gone, ...rest } = named(event, who, event.name)
    return { ...rest, name: '', page: '' }
  },
  left: ids,
  pageSeen: (event, { aliases }) => {
    const alias = aliases.get(event.person)
    return alias === undefined ? event : { ...event, person: alias, page: alias }
  },
  nameChanged: (event, who) =>
    isOf(event, who)
      ? { ...named(event, who, event.name, event.was, event.typed), name: '', was: '', typed: '' }
      : event,
  pictureSet: (event, who) => (isOf(event, who) ? { ...ids(event, who), picture: null } : event),
  connectionLost: ids,
  everyConnectionLost: ids,
  cameBack: ids,
  roomLocked: ids,
  waiting: (event, who) => (isOf(event, who) ? { ...named(event, who, event.name), name: '', page: '' } : event),
  admitted: ids,
  admittingAll: ids,
  entryDeclined: ids,
  stoppedWaiting: ids,
  dataDeleted: ids,
  // Never in a log.
  met: (event) => event,
  likesCounted: (event) => event,
  cameOnStage: ids,
  cameBackstage: ids,
  leftStage: ids,
  microphoneTurned: ids,
  cameraTurned: ids,
  spoke: ids,
  mainCameraSet: ids,
  askedToUnmute: ids,
  handRaised: ids,
  reasonGiven: (event, who) => (isOf(event, who) ? { ...ids(event, who), reason: '' } : event),
  handMoved: ids,
  handLowered: ids,
  handsCleared: ids,
  invited: ids,
  invitationClosed: ids,
  lockSet: ids,
  allLockSet: ids,
  removed: (event, who) => (isOf(event, who) ? { ...ids(event, who), name: '' } : ids(event, who)),
  removalLifted: ids,
  roleSet: ids,
  chatModeratorSet: ids,
  permissionsSet: ids,
  shareStarted: ids,
  shareEnded: ids,
  contentPresented: ids,
  pageTurned: ids,
  contentPlayed: ids,
  contentZoomed: ids,
  contentEnded: ids,
  messageWritten: written,
  messageLiked: ids,
  messageDeleted: (event, who) => ({ ...ids(event, who), to: aliasOf(event.to, who) }),
  messagePinned: (event, who) => (isOf(event, who) ? { ...ids(event, who), name: '', text: '' } : ids(event, who)),
  messageUnpinned: ids,
  chatBlocked: (event, who) => (isOf(event, who) ? { ...ids(event, who), name: '' } : ids(event, who)),
  chatUnblocked: ids,
  chatCleared: ids,
  chatPaused: ids,
  slowModeSet: ids,
  privateChatSet: ids,
  feedbackGiven: (event, who) => (isOf(event, who) ? { ...ids(event, who), name: '', text: '' } : event),
  reactionsSet: ids,
  handsSet: ids,
  rehearsalStarted: ids,
  rehearsalMeasured: (event) => event,
  rehearsalStopped: ids,
}

/** An empty text is a message that is not there, and keeps its number. A private conversation with them goes for both. */
function written(event: Told<'messageWritten'>, who: Forgotten): Told<'messageWritten'> {
  const isTheirs = isOf(event, who)
  if (isTheirs && event.to === null) who.numbers.add(event.n)
  const isWith = event.to !== null && who.aliases.has(event.to)
  if (!isTheirs && !isWith) {
    const isQuoted = event.to === null && event.quote !== null && who.numbers.has(event.quote.n)
    return isQuoted ? { ...event, quote: null } : event
  }
  const name = isTheirs ? '' : event.name
  // Another's key stays, so that what they send twice is still written once. [CHAT-19]
  const key = isTheirs ? null : event.key
  return { ...ids(event, who), to: aliasOf(event.to, who), toName: '', name, text: '', quote: null, key }
}

function isOf({ person }: { person: PersonId }, { aliases }: Forgotten): boolean {
  return aliases.has(person)
}

function aliasOf(id: PersonId | null, { aliases }: Forgotten): PersonId | null {
  return id === null ? null : (aliases.get(id) ?? id)
}

/** Replaces whom it is about, and who did it. */
function ids<E extends Event>(event: E, who: Forgotten): E {
  const person = 'person' in event && typeof event.person === 'string' ? who.aliases.get(event.person) : undefined
  const by = 'by' in event && event.by !== null ? who.aliases.get(event.by) : undefined
  if (person === undefined && by === undefined) return event
  return { ...event, ...(person !== undefined && { person }), ...(by !== undefined && { by }) }
}

function named<E extends Event>(event: E, who: Forgotten, ...names: string[]): E {
  for (const name of names) if (name !== '') who.names.add(name)
  return ids(event, who)
}
