import type { Event } from '../../protocol/events.ts'
import type { Feedback, Message, Thread } from '../../protocol/messages.ts'
import type { LinkRole, Millis, PersonId, Role, RoomId, SessionId } from '../../protocol/types.ts'
import type { RoomSettings } from '../../rules/session/room.ts'
import type { ClockSeen } from '../../rules/retention/clock-trust.ts'
import type { Reading } from '../../rules/chat/messages.ts'

/** A room as it is kept: its settings, whose it is, and its last session. */
export type StoredRoom = RoomSettings & {
  hostName: string
  createdAt: Millis
  session: SessionId | null
  /** Since when it is deleted, as long as that can be undone. [ROOM-8] */
  deletedAt?: Millis | null
}

/**
 * A person as known in a room. `key` is the SHA-256 (hex) of the cookie's secret; `lowered`: the role was taken down by hand. `seenAt`: came
 * in last. `guest`: a hash by which the rooms of one browser are found [MINE-1]; who came before there was one has none.
 */
export type StoredPerson = {
  id: PersonId
  room: RoomId
  name: string
  role: Role
  key: string
  lowered: boolean
  seenAt: Millis
  guest?: string | undefined
}

/** An invite link. `key` is the SHA-256 (hex) of the token in the address; the token itself is not kept. */
export type StoredLink = { id: string; room: RoomId; role: LinkRole; key: string; revokedAt: Millis | null }

/** Nothing was stored, because somebody else had appended first, has come to own the room, or because the disk is full. */
export type AppendFault = 'conflict' | 'fenced' | 'disk-full'

/** Goes with what the owner of a room writes. Each owner's `token` is higher than that of the one before: an older one is refused. */
export type Fence = { room: RoomId; token: number }

/** Which process owns a room: null for none; `beat` grows with each of its signs of life. Without any owner ever, both numbers are 0. */
export type RoomOwner = { owner: string | null; token: number; beat: number }

/**
 * The store cannot be asked just now: its disk is away or broken, or its file is locked, read-only or gone. Every method may fail so.
 * Whether something of the call was kept, only the store itself tells once it is back.
 */
export class StoreDown extends Error {}

/** The disk is full: what was to be kept is not, and the rest can still be asked. */
export class DiskFull extends StoreDown {}

/**
 * What a session's log holds from an event on; `next`: the number of the event to come, `rewritten`: how often it was
 * changed. Rows that cannot be read are left out.
 */
export type Log = { events: Event[]; next: number; unreadable: number[]; rewritten: number }

/**
 * A session as it stood before its event `seq`, packed by the rules of a fingerprint: see snapshots.ts. One of a log that was rewritten
 * since is not kept.
 */
export type Snapshot = { seq: number; rules: string; state: Uint8Array; rewritten: number }

/** A session that has ended; `isLast`: its room has had none since. */
export type Ended = { session: SessionId; room: RoomId; isLast: boolean }

/** Which messages of a conversation: the newest, those before a number, or those after one. */
export type Window = { before: number | null; after: number | null; limit: number }

/** The port to what is remembered. One contract suite (test/store/store.contract.ts) holds for every adapter. */
export type Store = {
  /** Keeps a new room with its host and its links: all or nothing. */
  createRoom(room: StoredRoom, host: StoredPerson, links: StoredLink[]): Promise<'stored' | 'disk-full'>
  room(id: RoomId): Promise<StoredRoom | null>
  links(room: RoomId): Promise<StoredLink[]>
  linkByKey(key: string): Promise<StoredLink | null>
  /** Keeps a person, or the new name or role of one known by the same id. `fence`: see `append`. */
  putPerson(person: StoredPerson, fence?: Fence): Promise<'stored' | 'fenced' | 'disk-full' | 'room-unknown'>
  person(room: RoomId, id: PersonId): Promise<StoredPerson | null>
  personByKey(room: RoomId, key: string): Promise<StoredPerson | null>
  /** The rooms whose last session has not ended. */
  running(): Promise<StoredRoom[]>
  /** Takes back the link of a role that a room has, and gives it another: both or neither. */
  replaceLink(link: StoredLink, at: Millis): Promise<'stored' | 'disk-full' | 'room-unknown'>
  /**
   * Begins a session's log with its first events and makes it the room's last session; a conflict where there is no such room. `fence`: see
   * `append`.
   */
  begin(room: RoomId, session: SessionId, events: Event[], fence?: Fence): Promise<'stored' | AppendFault>
  /**
   * Stores all events after `expectedSeq` (how many there are already) or none. On disk when it resolves. A role or a name that an
   * event gives is the person's own from then on. [ROLE-6] [NAME-3] Nothing is stored for who does not own the room any more, which is
   * looked at in the same transaction. Without a `fence` nobody asks whose the room is: for tools that are alone with the data.
   */
  append(session: SessionId, expectedSeq: number, events: Event[], fence?: Fence): Promise<'stored' | AppendFault>
  /** Which process owns a room. */
  owner(room: RoomId): Promise<RoomOwner>
  /** Makes a process the owner of a room, with the token after that of `seen`; 'conflict' where the owner is not as it was seen. */
  own(room: RoomId, owner: string, seen: RoomOwner): Promise<'stored' | 'conflict' | 'disk-full'>
  /** A sign of life of a room's owner; 'fenced' where that is another by now. */
  renewOwner(fence: Fence): Promise<'stored' | 'fenced' | 'disk-full'>
  /** The room is nobody's any more, unless another has come to own it. */
  disown(fence: Fence): Promise<void>
  /** The log of a session, in order, from its event `seq` on; the first is 0. */
  loadFrom(session: SessionId, seq: number): Promise<Log>
  /** The newest snapshot of a session. */
  snapshot(session: SessionId): Promise<Snapshot | null>
  /** Keeps a snapshot instead of the one before. */
  putSnapshot(session: SessionId, snapshot: Snapshot): Promise<'stored' | 'disk-full'>
  /** Makes a new snapshot of a session. */
  renewSnapshot(session: SessionId): Promise<void>
  /** Messages of a conversation as its reader has them, oldest first: what `foldMessages` makes of the log, without reading it. */
  messages(session: SessionId, reading: Reading, window: Window): Promise<Message[]>
  /** The private conversations of a person with anything in them, newest first, at most a hundred. */
  threads(session: SessionId, person: PersonId): Promise<Thread[]>
  /** What people have said of a room in all its sessions, newest first, at most two hundred. */
  feedback(room: RoomId): Promise<Feedback[]>
  /** Of the sessions that ended before a time and still hold what happened in them, some after `after`, by id; at most a hundred. */
  endedBefore(at: Millis, after: SessionId): Promise<Ended[]>
  /**
   * Lets go of a session that has ended, with the feedback given until then: nobody finds it any more, and `eraseSome` takes its rows.
   * `emptied` takes its place where it is its room's last.
   */
  dropSession(session: SessionId, emptied: { id: SessionId; events: Event[] } | null): Promise<'stored' | 'disk-full'>
  /** Takes some of those who run no room, came before a time, and whose room's session has ended. `more`: call it again. [KEEP-2] */
  dropPeople(before: Millis): Promise<'more' | 'done' | 'disk-full'>
  /** Notes since when a room is deleted, which can be undone until `deleteRoom`; null where it is not any more. [ROOM-8] */
  setDeleted(room: RoomId, at: Millis | null): Promise<'stored' | 'disk-full' | 'room-unknown'>
  /** The rooms that were deleted before a time, at most a hundred. */
  deletedBefore(at: Millis): Promise<RoomId[]>
  /** Lets go of a room with all that is in it: from then on there is none. */
  deleteRoom(room: RoomId): Promise<'stored' | 'disk-full' | 'room-unknown'>
  /**
   * Lets go of a person: from then on nobody is known by their key. `eraseSome` takes them out of every session of the room; `alias` stands
   * where their id did. [KEEP-6]
   */
  forgetPerson(room: RoomId, person: PersonId, alias: PersonId): Promise<'stored' | 'disk-full'>
  /** Who is still to be taken out of a room's sessions. */
  forgetting(): Promise<{ room: RoomId; person: PersonId }[]>
  /** Writes over some of what was let go of, for a few ms. `more`: call it again. */
  eraseSome(): Promise<'more' | 'done' | 'disk-full'>
  /**
   * Takes what was let go of out of what was written ahead and, where `anew`, makes the file anew, so that no copy of it stays. Nothing
   * happens where nothing was let go of since it was last made anew; nobody can write meanwhile. [KEEP-9]
   */
  scrub(anew: boolean): Promise<void>
  /** What was kept with `putClockSeen`; `newest`: the last time at which anybody came, or a room was made. */
  clockSeen(): Promise<{ seen: ClockSeen | null; newest: Millis | null }>
  putClockSeen(seen: ClockSeen): Promise<'stored' | 'disk-full'>
  close(): Promise<void>
}
