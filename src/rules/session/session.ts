import type { Act } from '../../protocol/queries.ts'
import type { Hand, Retained, PersonView, Removal, Share, Attendance, Waiting } from '../../protocol/views.ts'
import type { Measured, Rehearsal } from '../../protocol/rehearsal.ts'
import type { Millis, PersonId, Role, RoomId, RoomMode, SessionId, Source, StageAccess } from '../../protocol/types.ts'
import { nothingSaid, type Chat } from '../chat/chat-state.ts'
import { sizesAtFirst } from './modes.ts'
import { nobody, type Roster } from '../audience/roster.ts'

/** One live run of a room, as the log tells it. `evolve` owns it and changes it in place; nobody else keeps a reference. */
export type Session = {
  id: SessionId
  room: RoomId
  name: string
  mode: RoomMode
  access: StageAccess
  stageSize: number
  startedAt: Millis
  endedAt: Millis | null
  /** Who ended it, and under what name; null, where nobody did. [END-1] */
  endedBy: PersonId | null
  endedByName: string
  /** How many were inside at the same time, at the most, and how long each was. [END-2] */
  peak: number
  attendance: Map<PersonId, Attendance>
  people: Map<PersonId, Person>
  /** Who was inside and is not any more: still within reach of who runs the room. [REMOVE-7] */
  former: Map<PersonId, Former>
  /** Who had a name first, and after, with the places from 1, by what names are the same. [NAME-4] */
  namesakes: Map<string, Map<PersonId, number>>
  /** Since when nobody is inside, once somebody was. */
  emptySince: Millis | null
  /** The same people by name, to be looked up. [AUDIENCE-5] */
  roster: Roster
  /** Who is on stage, in the order of coming; never scanned out of `people`, which may hold ten thousand. */
  stage: Set<PersonId>
  /** Who is backstage, and who runs the room, kept for the same reason. */
  backstage: Set<PersonId>
  moderators: Set<PersonId>
  share: Share | null
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
  /** What is kept of those who are not here. */
  retained: Map<PersonId, Retained>
  removed: Map<PersonId, Removal>
  acts: Act[]
  sizes: Record<RoomMode, number>
  /** When each was declined last who asked to join the stage, [ACCESS-7] and who asked to come in. [WAIT-6] */
  declinedRequests: Map<PersonId, Millis>
  declinedEntries: Map<PersonId, Millis>
  /** When hands came on stage, newest last, for the wait. [HAND-8] */
  served: Millis[]
  moved: { by: string; name: string } | null
  locked: boolean
  /** Who is shown large to everybody. [MAIN-1] */
  mainCamera: PersonId | null
  /** Whether one can react. [REACT-4] */
  reactions: boolean
  chat: Chat
  waiting: Map<PersonId, Waiter>
  /** Who lost the connection for too long, and need not wait. [WAIT-2] */
  returning: Set<PersonId>
  /** How long it goes on with nobody who runs it; whether one was ever here; since when none is; when it ends. [SESSION-5] */
  patience: Millis
  attended: boolean
  unattendedSince: Millis | null
  endsAt: Millis | null
}

export type Person = PersonView

/** What is remembered of somebody who was inside. */
export type Former = { id: PersonId; name: string; role: Role }

/** Somebody who waits, with the page, and until when the place is kept of one whose connection is lost. */
export type Waiter = Waiting & { page: string; retainedUntil: Millis | null }

/**
 * What only the server folds: a person's page and the last that it replaced, until when a lost one's place is kept, whether ever
 * shown, and last heard.
 */
export type PrivateState = {
  page: string
  olderPages: readonly string[]
  retainedUntil: Millis | null
  shown: boolean
  spokeAt: Millis | null
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
    roster: nobody(),
    stage: new Set(),
    backstage: new Set(),
    moderators: new Set(),
    share: null,
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
    chat: nothingSaid(),
    waiting: new Map(),
    returning: new Set(),
    patience: 0,
    attended: false,
    unattendedSince: null,
    endsAt: null,
  }
}

/** What is kept of a person who goes; null where that is nothing. A lock that was let off holds again. */
export function retainedOf(person: Retained): Retained | null {
  const { custom, chatModerator } = person
  const microphoneLock = person.microphoneLock === 'locked' ? 'locked' : 'none'
  const cameraLock = person.cameraLock === 'locked' ? 'locked' : 'none'
  const isLocked = microphoneLock === 'locked' || cameraLock === 'locked'
  const isNothing = Object.keys(custom).length === 0 && !chatModerator && !isLocked
  return isNothing ? null : { custom, chatModerator, microphoneLock, cameraLock }
}

/** Somebody who is inside, or was: whom the others have met in this session. [REMOVE-7] */
export function metIn(session: Session, id: PersonId): Person | Former | undefined {
  return session.people.get(id) ?? session.former.get(id)
}

/** Those on stage, in the order of coming on. */
export function stageOf(session: Session): Person[] {
  return [...session.stage].flatMap((id) => session.people.get(id) ?? [])
}

/** Those backstage, in the order of coming. */
export function backstageOf(session: Session): Person[] {
  return [...session.backstage].flatMap((id) => session.people.get(id) ?? [])
}

/** Those who can be seen or heard by somebody: on stage, and backstage. */
export function upOf(session: Session): Person[] {
  return [...stageOf(session), ...backstageOf(session)]
}

/** The one queue of hands, first come first. [HAND-2] */
export function queueOf(session: Session): Hand[] {
  return [...session.queue]
}

/** How many watch: those who are not on stage. Backstage count as watching, so that no number tells of them. [BACKSTAGE-7] */
export function viewersIn(session: Session): number {
  return session.people.size - session.stage.size
}
