import type { Hand, PersonView } from '../protocol/views.ts'
import type { Millis, PersonId, RoomId, RoomMode, SessionId, StageAccess } from '../protocol/words.ts'

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
  people: Map<PersonId, Person>
  /** Who is on stage, in the order of coming; never scanned out of `people`, which may hold ten thousand. */
  stage: Set<PersonId>
  /** Who runs the room, kept for the same reason. */
  runners: Set<PersonId>
  hands: Map<PersonId, Hand>
  nextHand: number
  behind: Map<PersonId, Behind>
}

export type Person = PersonView

/** What only the server folds: the page a person is on, until when a lost one's place is kept, and whether ever shown. */
export type Behind = { page: string; keptUntil: Millis | null; shown: boolean }

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
    people: new Map(),
    stage: new Set(),
    runners: new Set(),
    hands: new Map(),
    nextHand: 1,
    behind: new Map(),
  }
}

/** Those on stage, in the order of coming on. */
export function stageOf(session: Session): Person[] {
  return [...session.stage].flatMap((id) => session.people.get(id) ?? [])
}

/** The one queue of hands, first come first. [HAND-2] */
export function queueOf(session: Session): Hand[] {
  return [...session.hands.values()].toSorted((a, b) => a.order - b.order)
}

/** How many watch: those in the session who are not on stage. */
export function viewersIn(session: Session): number {
  return session.people.size - session.stage.size
}
