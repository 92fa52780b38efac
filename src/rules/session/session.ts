import type { Content } from '../../protocol/presenting/content.ts'
import type { Act } from '../../protocol/queries.ts'
import type { Hand, Retained, PersonView, Removal, Share, Attendance, Waiting } from '../../protocol/views.ts'
import type { Measured, Rehearsal } from '../../protocol/rehearsal.ts'
import type { Millis, PersonId, Role, RoomId, RoomMode, SessionId, Source, StageAccess } from '../../protocol/types.ts'
import { emptyChat, type Chat } from '../chat/chat-state.ts'
import { sizesAtFirst } from './modes.ts'
import { emptyRoster, type Roster } from '../audience/roster.ts'

/** One live run of a room, built from the log. `evolve` owns it and changes it in place; nothing else keeps a reference to it. */
export type Session = {
  id: SessionId
  room: RoomId
  name: string
  mode: RoomMode
  access: StageAccess
  stageSize: number
  startedAt: Millis
  endedAt: Millis | null
  /** Who ended it, with the name of that moment; null if nobody did. [END-1] */
  endedBy: PersonId | null
  endedByName: string
  /** The most people who were inside at the same time, and how long each person was. [END-2] */
  peak: number
  attendance: Map<PersonId, Attendance>
  people: Map<PersonId, Person>
  /** People who were inside and have left: moderators can still remove or block them. [REMOVE-7] */
  former: Map<PersonId, Former>
  /** For each name, by its likeness: who uses it, with their place from 1. [NAME-4] */
  namesakes: Map<string, Namesakes>
  /** Since when nobody is inside; null before the first person came. */
  emptySince: Millis | null
  /** The same people sorted by name, for searching. [AUDIENCE-5] */
  roster: Roster
  /** Who is on stage, in the order of coming. Kept apart, because searching `people` is slow with ten thousand in it. */
  stage: Set<PersonId>
  /** Who is backstage, and the moderators; kept apart for the same reason. */
  backstage: Set<PersonId>
  moderators: Set<PersonId>
  share: Share | null
  /** What is presented. [PRESENT-2] */
  content: Content | null
  /** The rehearsal that runs, or the last one; who has come to it as a bot; and what was measured, which nobody is told. */
  rehearsal: Rehearsal | null
  bots: Set<PersonId>
  measured: Measured | null
  hands: Map<PersonId, Hand>
  /** The same hands in their order. */
  queue: Hand[]
  nextHand: number
  privateState: Map<PersonId, PrivateState>
  allLocked: Record<Source, boolean>
  /** What is retained of people who are not here. */
  retained: Map<PersonId, Retained>
  removed: Map<PersonId, Removal>
  acts: Act[]
  sizes: Record<RoomMode, number>
  /** When each person's request was declined last: to join the stage [ACCESS-7], and to enter [WAIT-6]. */
  declinedRequests: Map<PersonId, Millis>
  declinedEntries: Map<PersonId, Millis>
  /** When people with a raised hand came on stage, newest last; the estimated wait is made from it. [HAND-8] */
  served: Millis[]
  moved: { by: string; name: string } | null
  locked: boolean
  /** Who is everybody's main camera. [MAIN-1] */
  mainCamera: PersonId | null
  /** Whether hands are raised to speak. [HAND-9] */
  handsOn: boolean
  /** Whether reactions are on. [REACT-4] */
  reactions: boolean
  chat: Chat
  waiting: Map<PersonId, Waiter>
  /** Who admitted everybody at a time; some of those may still have to come in. [WAIT-4] */
  admitting: { by: PersonId; since: Millis } | null
  /** Who was cut off for too long, and need not wait in the lobby. [WAIT-2] */
  returning: Set<PersonId>
  /** How long it lasts without a moderator; whether one was ever here; since when none is; when it ends. [SESSION-5] */
  patience: Millis
  attended: boolean
  unattendedSince: Millis | null
  endsAt: Millis | null
}

export type Person = PersonView

/** The users of one name, with their places from 1. One alone needs no map: ten thousand have names of their own. */
export type Namesakes = PersonId | Map<PersonId, number>

/** What is kept of a person who was inside. */
export type Former = { id: PersonId; name: string; role: Role }

/** A person in the lobby, with their page, and until when a lost connection keeps their place. */
export type Waiter = Waiting & { page: string; retainedUntil: Millis | null }

/**
 * What only the server keeps of a person: the page and those that it replaced, until when a lost connection keeps the place, whether they
 * were ever visible in LiveKit, and when they were last heard.
 */
export type PrivateState = {
  page: string
  olderPages: readonly string[]
  retainedUntil: Millis | null
  shown: boolean
  spokeAt: Millis | null
  /** Only of who is a chat moderator by who they are: whether they were made one here too. [MEMBER-6] */
  chatModeratorHere?: boolean | undefined
}

/** A session before its first event. */
export function nothingYet(): Session {
  return {
    id: '',
    room: '',
    name: '',
    mode: 'interactive',
    access: 'everyone',
    stageSize: 0,
    startedAt: 0,
    endedAt: null,
    endedBy: null,
    endedByName: '',
    peak: 0,
    attendance: new Map(),
    people: new Map(),
    former: new Map(),
    namesakes: new Map(),
    emptySince: null,
    roster: emptyRoster(),
    stage: new Set(),
    backstage: new Set(),
    moderators: new Set(),
    share: null,
    content: null,
    rehearsal: null,
    bots: new Set(),
    measured: null,
    hands: new Map(),
    queue: [],
    nextHand: 1,
    privateState: new Map(),
    allLocked: { microphone: false, camera: false },
    retained: new Map(),
    removed: new Map(),
    acts: [],
    sizes: sizesAtFirst(),
    declinedRequests: new Map(),
    declinedEntries: new Map(),
    served: [],
    moved: null,
    locked: false,
    mainCamera: null,
    reactions: true,
    handsOn: true,
    chat: emptyChat(),
    waiting: new Map(),
    admitting: null,
    returning: new Set(),
    patience: 0,
    attended: false,
    unattendedSince: null,
    endsAt: null,
  }
}

/** What is retained of a person who leaves; null if there is nothing. A person unlocked from a lock of all is locked again on return. */
export function retainedOf(person: Retained): Retained | null {
  const { custom, chatModerator } = person
  const microphoneLock = person.microphoneLock === 'locked' ? 'locked' : 'none'
  const cameraLock = person.cameraLock === 'locked' ? 'locked' : 'none'
  const isLocked = microphoneLock === 'locked' || cameraLock === 'locked'
  const isNothing = Object.keys(custom).length === 0 && !chatModerator && !isLocked
  return isNothing ? null : { custom, chatModerator, microphoneLock, cameraLock }
}

/** A person who is inside, or was inside in this session. [REMOVE-7] */
export function metIn(session: Session, id: PersonId): Person | Former | undefined {
  return session.people.get(id) ?? session.former.get(id)
}

/** The people on stage, in the order of coming. */
export function stageOf(session: Session): Person[] {
  return [...session.stage].flatMap((id) => session.people.get(id) ?? [])
}

/** The people backstage, in the order of coming. */
export function backstageOf(session: Session): Person[] {
  return [...session.backstage].flatMap((id) => session.people.get(id) ?? [])
}

/** The people who can be seen or heard by somebody: on stage, and backstage. */
export function upOf(session: Session): Person[] {
  return [...stageOf(session), ...backstageOf(session)]
}

/** The queue of hands, first come first. [HAND-2] */
export function queueOf(session: Session): Hand[] {
  return [...session.queue]
}

/** How many people are not on stage. Those backstage count, so that the number does not give them away. [BACKSTAGE-7] */
export function viewersIn(session: Session): number {
  return session.people.size - session.stage.size
}
