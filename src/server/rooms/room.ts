import type { Logger } from 'pino'
import type { Command } from '../../protocol/commands.ts'
import type { Downward } from '../../protocol/frames.ts'
import { readName } from '../../protocol/names.ts'
import type { Found, Query } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { GivenRole, Millis, PersonId } from '../../protocol/types.ts'
import { actsOf } from '../../rules/moderation/audit-log.ts'
import { findViewers } from '../../rules/audience/audience.ts'
import { isKnown } from '../../rules/decide.ts'
import { isHeardAgain } from '../../rules/stage/full-stage.ts'
import { MODES } from '../../rules/session/modes.ts'
import type { Actor, SystemEvent, Rejection } from '../../rules/outcome.ts'
import { can, type Verb } from '../../rules/permissions/policy.ts'
import { isOlderPage } from '../../rules/entry/presence.ts'
import { endOf, startSession } from '../../rules/session/room.ts'
import { nothingYet, type Session } from '../../rules/session/session.ts'
import { ReactionBroadcast } from '../realtime/reaction-broadcast.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { RoomBroadcast } from './room-broadcast.ts'
import { RoomPeople } from './room-people.ts'
import { SessionActor, type SessionNeeds } from './session-actor.ts'
import { MediaRoom } from '../media/media-room.ts'
import type { Media } from '../media/media.ts'
import { newId } from '../secrets.ts'
import { findMessages } from './message-queries.ts'
import type { Store, StoredRoom } from '../store/store.ts'

// A person has few windows; what is older than these has long been closed.
const PAGES_MAX = 8

export type RoomNeeds = {
  store: Store
  media: Media
  clock: Clock
  log: Logger
  video: number
  patience: Millis
  /** The room has this name in the media engine from now on. */
  named(name: string, room: Room): void
  /** Something was let go of that is still in the file. */
  erase(): void
  /** The room is no more. */
  deleted(room: Room): void
}

/** A room with somebody in it: the connections of everybody, and the session that runs, or ran last. */
export class Room {
  readonly room: StoredRoom
  /** Everybody who was ever let in. */
  readonly people: RoomPeople
  /** Its media, and who is let into them. */
  readonly media: MediaRoom
  readonly #needs: RoomNeeds
  readonly #broadcast: RoomBroadcast
  readonly #reactions: ReactionBroadcast
  /** The pages of those who are connected, or were, in the order of coming. [PRESENCE-6] */
  readonly #pages = new Map<PersonId, readonly string[]>()
  #live: SessionActor | null = null
  #holders = 0
  /** Resolves to whether the room is deleted; null while nobody has asked for it. */
  #deleting: Promise<boolean> | null = null
  #starting: Promise<Refusal | null> = Promise.resolve(null)

  private constructor(room: StoredRoom, needs: RoomNeeds) {
    this.room = room
    this.#needs = needs
    const { clock, store, media, video } = needs
    this.people = new RoomPeople(room.id, store)
    this.#broadcast = new RoomBroadcast({
      clock,
      video,
      host: room.hostName,
      session: () => this.session,
      whenStored: (look) => this.#whenStored(look),
      known: (person) => this.people.known(person),
      ticket: (person) => this.media.ticket(person),
      now: () => this.#live?.now() ?? clock.now(),
    })
    this.#reactions = new ReactionBroadcast(clock, () => this.session, this.#broadcast.hub)
    this.media = new MediaRoom({
      room: room.id,
      media,
      session: () => this.#live?.session ?? null,
      isHere: (person) => this.#isConnected(person),
      named: (name) => needs.named(name, this),
    })
  }

  /** A room as the store has it, with its last session folded and, where it still runs, its media wanted. `since`: see `SessionActor.load`. */
  static async load(room: StoredRoom, since: Millis, needs: RoomNeeds): Promise<Room> {
    const live = new Room(room, needs)
    if (room.session) live.#live = await SessionActor.load(room.session, since, live.#sessionNeeds())
    if (live.#isRunning) live.media.open()
    return live
  }

  /** The session as it stands; before the first one, what it would begin with. Read only. */
  get session(): Session {
    if (this.#live) return this.#live.session
    const { id, name, mode } = this.room
    return { ...nothingYet(), ...MODES[mode], room: id, name, mode }
  }

  get #isRunning(): boolean {
    return this.#live !== null && this.session.endedAt === null
  }

  /** Nobody listens, nobody's place is kept and no end is near: the room can be forgotten until somebody asks for it. */
  get isEmpty(): boolean {
    const { people, waiting, endedAt } = this.session
    const isOver = endedAt !== null || endOf(this.session) === null
    return this.#holders === 0 && people.size + waiting.size === 0 && isOver
  }

  /** Keeps the room in memory, for one connection that may soon speak, until the returned function is called. */
  hold(): () => void {
    this.#holders += 1
    return () => {
      this.#holders -= 1
    }
  }

  /**
   * A browser has said hello on `page`. The newest page of a person wins, and one that was replaced comes back only where its
   * person says so (`takesOver`). [PRESENCE-6]
   */
  async arrive(connection: Connection, page: string, takesOver: boolean): Promise<void> {
    const { id } = connection
    if (await this.#deleting) return connection.refused('room-deleted')
    if (!takesOver && this.#isOlder(id, page)) return connection.replaced()
    this.#pages.set(id, [...(this.#pages.get(id) ?? []).filter((other) => other !== page), page].slice(-PAGES_MAX))
    const older = this.#broadcast.hub.get(id)
    if (older !== connection) older?.replaced()
    if (this.#live && isKnown(this.session, connection)) {
      this.#broadcast.hub.add(connection)
      await this.#live.put({ type: 'arrive', person: id, page })
      if (!this.#isPresent(connection)) return undefined
    }
    // Whoever is not inside, or does not wait, need not wait for the others either.
    return this.#broadcast.arrived(connection)
  }

  #isOlder(person: PersonId, page: string): boolean {
    const pages = this.#pages.get(person) ?? []
    return isOlderPage(this.session, person, page) || (pages.includes(page) && pages.at(-1) !== page)
  }

  /** A browser's connection is gone; `clean` when the page was closed. */
  async depart(connection: Connection, clean: boolean): Promise<void> {
    if (!this.#isPresent(connection)) return
    this.#broadcast.departed(connection.id)
    if (isKnown(this.session, connection))
      await this.#live?.put({ type: 'connectionLost', person: connection.id, clean })
  }

  /** Whether a connection is the present one of its person: no other is heard. */
  #isPresent(connection: Connection): boolean {
    return this.#broadcast.hub.get(connection.id) === connection
  }

  #isConnected(person: PersonId): boolean {
    return this.#broadcast.hub.get(person) !== null
  }

  /** Resolves to null when it was done, or to why not. */
  async ask(connection: Connection, command: Command): Promise<Rejection | null> {
    if (!this.#isPresent(connection)) return noOf('not-in-room')
    if (command.type === 'deleteRoom') return noOf(await this.#delete(connection.id))
    if (await this.#deleting) return noOf('room-unknown')
    if (command.type === 'deleteMyData') return noOf(await this.#forget(connection.id))
    if (command.type === 'react') return noOf(this.#reactions.react(connection.id, command))
    const isNamed = this.#isRunning && isKnown(this.session, connection)
    if (command.type === 'changeName' && !isNamed) return noOf(await this.#rename(connection, command.name))
    if (command.type === 'join' && !this.#isRunning) {
      const starting = this.#starting.then(async () => (this.#isRunning ? null : await this.#begin(connection.id)))
      // One that fails leaves the way open for the next.
      this.#starting = starting.catch(() => null)
      const refusal = await starting
      if (refusal) return noOf(refusal)
    }
    return this.#live ? await this.#live.ask(connection.id, command) : noOf('not-started')
  }

  /** Who somebody is, by name and role of now: as the session has it for who is inside, else as the store has it. */
  async whoIs(person: PersonId): Promise<Actor | null> {
    return this.session.people.get(person) ?? (await this.people.byId(person))
  }

  /** Whether somebody may do a thing in the room now, from outside it too; nothing is for who was removed. */
  async may(person: PersonId, verb: Verb): Promise<boolean> {
    const who = await this.whoIs(person)
    return who !== null && !this.session.removed.has(person) && can(who, verb)
  }

  /** [NAME-3] At the door no session has the name yet. */
  async #rename(connection: Connection, typed: string): Promise<Refusal | null> {
    const known = await this.people.byId(connection.id)
    const read = readName(typed)
    if ('fault' in read) return read.fault
    if (!known) return 'no-entry'
    const stored = await this.people.put({ ...known, name: read.name })
    if (stored !== 'stored') return stored
    this.#broadcast.arrived(connection)
    return null
  }

  /** [KEEP-5] Deletes the room; while that is being done nothing else is, and who is second is told that there is none. */
  async #delete(by: PersonId): Promise<Refusal | null> {
    if (!(await this.may(by, 'deleteRoom'))) return 'not-allowed'
    while (this.#deleting) if (await this.#deleting) return 'room-unknown'
    const deleting = this.#deleteNow()
    const isGone = deleting.then(
      (refusal) => refusal === null,
      () => false,
    )
    this.#deleting = isGone
    if (!(await isGone)) this.#deleting = null
    return await deleting
  }

  /** [KEEP-6] Takes a person out of the room at once; the store takes them out of every session of it. */
  async #forget(person: PersonId): Promise<Refusal | null> {
    const who = await this.whoIs(person)
    if (!who) return 'no-entry'
    if (who.role === 'host') return 'host-stays'
    const stored = await this.people.forget(person, newId())
    if (stored !== 'stored') return stored
    await this.forgetAgain(person)
    this.#needs.log.info({ room: this.room.id }, 'the data of a person are deleted')
    this.#needs.erase()
    return null
  }

  /** Takes a person out of the session whom the store has let go of. */
  async forgetAgain(person: PersonId): Promise<void> {
    await this.#live?.put({ type: 'deleteData', person })
    this.#broadcast.hub.get(person)?.refused('data-deleted')
  }

  /** The logs of the room were rewritten. */
  async reread(): Promise<void> {
    if (!this.#live) return
    await this.#needs.store.renewSnapshot(this.#live.id)
    await this.#live.reread()
  }

  async #deleteNow(): Promise<Refusal | null> {
    const { store, log } = this.#needs
    await this.#starting
    await this.#live?.rested()
    const stored = await store.deleteRoom(this.room.id)
    if (stored === 'disk-full') return stored
    log.info({ room: this.room.id }, 'a room is deleted')
    this.media.shut()
    this.#broadcast.refuseAll('room-deleted')
    this.#needs.deleted(this)
    await this.close()
    return null
  }

  /** Looks something up for a person. */
  async find(connection: Connection, query: Query): Promise<Found | Refusal> {
    if (!this.#isPresent(connection)) return 'not-in-room'
    if (query.type === 'ticket') return { type: 'ticket', token: this.media.ticket(connection.id) }
    if (query.type === 'viewers' || query.type === 'acts')
      return await new Promise((found) => this.#whenStored(() => found(this.#look(connection, query))))
    const asker = this.session.people.get(connection.id)
    return asker ? await findMessages(this.#needs.store, this.session, asker, query) : 'not-in-room'
  }

  #look({ id }: Connection, query: Extract<Query, { type: 'viewers' | 'acts' }>): Found | Refusal {
    const asker = this.session.people.get(id)
    if (!asker) return 'not-in-room'
    if (query.type === 'viewers') return findViewers(this.session, asker, query)
    return can(asker, 'seeActs') ? { type: 'acts', acts: actsOf(this.session) } : 'not-allowed'
  }

  /** Tells everybody that the media engine went, or is back. */
  tellMedia(up: boolean): void {
    this.#broadcast.hub.toAll(JSON.stringify({ type: 'media', up } satisfies Downward))
  }

  /** Tells everybody that the store went, or is back. [STORE-2] */
  #tellStore(up: boolean): void {
    this.#broadcast.hub.toAll(JSON.stringify({ type: 'store', up } satisfies Downward))
  }

  /** Puts a system event about a session into its queue; one about another session means nothing. */
  async put(session: string, systemEvent: SystemEvent): Promise<void> {
    if (this.#live?.id === session) await this.#live.put(systemEvent)
  }

  /** An invite link gives somebody a role, at once where they are inside. [ROLE-1] */
  async raise(person: PersonId, role: GivenRole): Promise<void> {
    if (this.#live) await this.#live.put({ type: 'roleByLink', person, role })
  }

  /** The media engine hears these just now, by its own names for them. [STAGE-7] */
  hears(session: string, sids: readonly string[]): void {
    if (this.#live?.id !== session) return
    for (const sid of sids) {
      const person = this.#needs.media.speaker(session, sid)
      if (person !== null && isHeardAgain(this.session, person, this.#live.now())) this.#note({ type: 'spoke', person })
    }
  }

  /** Stops its timers; `forgets` its media too, where nobody is in it. */
  async close(forgets = false): Promise<void> {
    this.#broadcast.close()
    this.#reactions.close()
    await this.#live?.close()
    this.media.closeDoor()
    if (forgets && this.#isRunning) this.#needs.media.close(this.session.id)
  }

  async #begin(by: PersonId): Promise<Refusal | null> {
    const { store, clock, log, patience } = this.#needs
    const actor = await this.whoIs(by)
    if (!actor) return 'no-entry'
    const id = newId()
    const outcome = startSession(this.room, this.#live?.session ?? null, actor, id, clock.now(), patience)
    if (!Array.isArray(outcome)) return outcome.refusal
    const stored = await store.begin(this.room.id, id, outcome)
    if (stored !== 'stored') return 'disk-full'
    await this.#live?.close()
    this.#live = SessionActor.begun(id, outcome, this.#sessionNeeds())
    log.info({ room: this.room.id, session: id }, 'a session begins')
    this.media.open()
    this.#broadcast.welcomeAll()
    this.media.closeDoor()
    return null
  }

  #sessionNeeds(): SessionNeeds {
    const { store, clock, log } = this.#needs
    return {
      store,
      clock,
      log: log.child({ room: this.room.id }),
      whoIs: async (person) => await this.whoIs(person),
      happened: (session, event, delivery) => {
        this.people.follow(event)
        this.media.happened(session, event)
        this.#broadcast.happened(event, delivery)
      },
      settled: () => this.#broadcast.settled(),
      storeIsUp: (isUp) => this.#tellStore(isUp),
      readAnew: () => {
        // What was granted could not be stored: everybody is given what is.
        this.#broadcast.welcomeAll()
        this.media.again()
      },
    }
  }

  /** Puts a system event that nobody waits for. */
  #note(systemEvent: SystemEvent): void {
    this.#live
      ?.put(systemEvent)
      .catch((fault: unknown) =>
        this.#needs.log.error({ room: this.room.id, fault, about: systemEvent.type }, 'a system event was lost'),
      )
  }

  /** Looks at the session once all that it holds is stored. */
  #whenStored(look: (session: Session) => void): void {
    if (this.#live) this.#live.whenStored(look)
    else look(this.session)
  }
}

/** A reason, as an answer. */
function noOf(refusal: Refusal | null): Rejection | null {
  return refusal && { refusal }
}
