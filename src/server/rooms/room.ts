import type { ByName } from '../../rules/accounts/members.ts'
import type { Command } from '../../protocol/commands.ts'
import type { Downward } from '../../protocol/frames.ts'
import type { Found, Query } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { GivenRole, Millis, PersonId } from '../../protocol/types.ts'
import { isKnown } from '../../rules/decide.ts'
import type { Actor, SystemEvent, Rejection } from '../../rules/outcome.ts'
import { can, type Verb } from '../../rules/permissions/policy.ts'
import { botsIn } from '../../rules/rehearsal/rehearsal.ts'
import { isLetInWhenFull } from '../../rules/entry/precedence.ts'
import { isOlderPage } from '../../rules/entry/presence.ts'
import { endOf, startSession } from '../../rules/session/room.ts'
import type { Session } from '../../rules/session/session.ts'
import { ReactionBroadcast } from '../realtime/reaction-broadcast.ts'
import type { Connection } from './connection.ts'
import { RoomBroadcast } from './room-broadcast.ts'
import type { Lease } from './ownership.ts'
import { Deletion } from './deletion.ts'
import { PageOrder } from './page-order.ts'
import { RoomDefaults } from './room-defaults.ts'
import { RehearsalBots } from './rehearsal-bots.ts'
import type { RoomNeedsOf } from './room-needs.ts'
import { acting, RoomPeople } from './room-people.ts'
import { SessionActor, type SessionNeeds } from './session-actor.ts'
import { MediaRoom } from '../media/media-room.ts'
import { newId } from '../secrets.ts'
import { findMessages, lookAt } from './room-queries.ts'
import type { StoredRoom } from '../store/store.ts'

export type RoomNeeds = RoomNeedsOf<Room>

/** A room with somebody in it: the connections of everybody, and the session that runs, or ran last. */
export class Room {
  /** What it is set to, for its sessions to come. */
  readonly defaults: RoomDefaults
  /** Everybody who was ever let in. */
  readonly people: RoomPeople
  /** Its media, and who is let into them. */
  readonly media: MediaRoom
  readonly #needs: RoomNeeds
  readonly #lease: Lease
  readonly #broadcast: RoomBroadcast
  readonly #reactions: ReactionBroadcast
  readonly #bots: RehearsalBots
  readonly #pages = new PageOrder()
  readonly #deletion = new Deletion(async () => await this.#needs.goes(this.room.id))
  #live: SessionActor | null = null
  #starting: Promise<Refusal | null> = Promise.resolve(null)

  private constructor(room: StoredRoom, lease: Lease, needs: RoomNeeds) {
    this.defaults = new RoomDefaults(room, needs)
    this.#needs = needs
    this.#lease = lease
    const { clock, store, media, video } = needs
    this.people = new RoomPeople(lease.fence, store)
    this.#broadcast = new RoomBroadcast({
      clock,
      video,
      host: room.hostName,
      spread: () => needs.spread(),
      session: () => this.session,
      whenStored: (look) => this.#whenStored(look),
      known: (person) => acting(this.people.known(person)),
      ticket: (person) => this.media.ticket(person),
      now: () => this.#live?.now() ?? clock.now(),
    })
    this.#reactions = new ReactionBroadcast(clock, () => this.session, this.#broadcast.hub)
    this.#bots = new RehearsalBots({
      room: room.id,
      rehearse: needs.rehearse,
      people: this.people,
      inside: () => botsIn(this.session),
      measured: (measured) => this.#live?.note({ type: 'rehearsalMeasured', measured }),
    })
    this.media = new MediaRoom({
      room: room.id,
      media,
      session: () => this.#live?.session ?? null,
      isHere: (person) => this.#broadcast.hub.get(person) !== null,
      named: (name) => needs.named(name, this),
    })
  }

  /** A room as the store has it, its last session folded, its media wanted where that runs. `since`: see `SessionActor.load`. */
  static async load(room: StoredRoom, lease: Lease, since: Millis, needs: RoomNeeds): Promise<Room> {
    const live = new Room(room, lease, needs)
    if (room.session) live.#live = await SessionActor.load(room.session, since, live.#sessionNeeds())
    if (live.isRunning) live.media.open()
    return live
  }

  /** The session as it stands; before the first one, what it would begin with. Read only. */
  get session(): Session {
    return this.#live?.session ?? this.defaults.first
  }

  /** The room as the store has it. */
  get room(): StoredRoom {
    return this.defaults.room
  }

  /** Whether a session runs. */
  get isRunning(): boolean {
    return this.#live !== null && this.session.endedAt === null
  }

  /** Nobody listens, nobody's place is kept and no end is near: the room can be forgotten until somebody asks for it. */
  get isEmpty(): boolean {
    const { people, waiting, endedAt } = this.session
    return (
      this.#broadcast.hub.open + people.size + waiting.size === 0 && (endedAt !== null || endOf(this.session) === null)
    )
  }

  /** How many are inside or wait to be let in, or have a place that is kept. */
  get size(): number {
    return this.isRunning ? this.session.people.size + this.session.waiting.size : 0
  }

  /** Whether somebody who was asked for just now comes in however many there are. [FULL-3] */
  alwaysAdmits(person: PersonId): boolean {
    return isLetInWhenFull(this.session, person, acting(this.people.known(person))?.role ?? null)
  }

  /** Keeps the room in memory, for one connection that may soon speak, until the returned function is called. */
  hold(connection: Connection): () => void {
    return this.#broadcast.hub.hold(connection)
  }

  /**
   * A browser has said hello on `page`. The newest page of a person wins, and one that was replaced comes back only where its
   * person says so (`takesOver`). [PRESENCE-6]
   */
  async arrive(connection: Connection, page: string, takesOver: boolean): Promise<void> {
    const { id } = connection
    if (this.#hasMoved()) return connection.moved()
    if (await this.#deletion.isDone()) return connection.refused('room-deleted')
    const isOlder = isOlderPage(this.session, id, page) || this.#pages.isReplaced(id, page)
    if (!takesOver && isOlder) return connection.replaced()
    this.#pages.add(id, page)
    const older = this.#broadcast.hub.get(id)
    if (older !== connection) older?.replaced()
    this.media.returned(id)
    if (this.#live && isKnown(this.session, connection)) {
      this.#broadcast.hub.add(connection)
      await this.#live.put({ type: 'arrive', person: id, page })
      if (!this.#isPresent(connection)) return undefined
    }
    // Whoever is not inside, or does not wait, need not wait for the others either.
    return this.#broadcast.arrived(connection)
  }

  /** A browser's connection is gone; `clean` when the page was closed. */
  async depart(connection: Connection, clean: boolean): Promise<void> {
    if (!this.#isPresent(connection)) return
    const { id: person } = connection
    this.#broadcast.departed(person)
    if (isKnown(this.session, connection)) await this.#live?.put({ type: 'connectionLost', person, clean })
  }

  /** Whether a connection is the present one of its person: no other is heard. */
  #isPresent(connection: Connection): boolean {
    return this.#broadcast.hub.get(connection.id) === connection
  }

  /** Resolves to null when it was done, or to why not. */
  async ask(connection: Connection, command: Command): Promise<Rejection | null> {
    if (this.#hasMoved()) return noOf('room-moved')
    if (!this.#isPresent(connection)) return noOf('not-in-room')
    if (command.type === 'deleteRoom')
      return noOf((await this.may(connection.id, command.type)) ? await this.delete() : 'not-allowed')
    if (await this.#deletion.isDone()) return noOf('room-unknown')
    if (command.type === 'deleteMyData') return noOf(await this.#forget(connection.id))
    if (command.type === 'react') return noOf(this.#reactions.react(connection.id, command))
    const isNamed = this.isRunning && isKnown(this.session, connection)
    if (command.type === 'changeName' && !isNamed) return noOf(await this.#rename(connection, command.name))
    if (command.type === 'join' && !this.isRunning) {
      const starting = this.#starting.then(async () => (this.isRunning ? null : await this.#begin(connection.id)))
      // One that fails leaves the way open for the next.
      this.#starting = starting.catch(() => null)
      const refusal = await starting
      if (refusal) return noOf(refusal)
    }
    return this.#live ? await this.#live.ask(connection.id, command) : noOf('not-started')
  }

  /** Who somebody is, by name and role of now: as the session has it for who is inside, else as the store has it. */
  async whoIs(person: PersonId): Promise<Actor | null> {
    return this.session.people.get(person) ?? acting(await this.people.byId(person))
  }

  /** Whether somebody may do a thing in the room now, from outside it too; nothing is for who was removed. */
  async may(person: PersonId, verb: Verb): Promise<boolean> {
    const who = await this.whoIs(person)
    return who !== null && !this.session.removed.has(person) && can(who, verb)
  }

  /** [NAME-3] At the door no session has the name yet. */
  async #rename(connection: Connection, typed: string): Promise<Refusal | null> {
    const refusal = await this.people.rename(connection.id, typed)
    if (!refusal) this.#broadcast.arrived(connection)
    return refusal
  }

  /** [KEEP-5] Deletes the room, for who may; while that is being done nothing else is, and who is second is told that there is none. */
  async delete(): Promise<Refusal | null> {
    return await this.#deletion.run(async () => await this.#deleteNow())
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
    this.closeConnection(person, 'data-deleted')
  }

  /** Closes the connection of somebody who is to be here no more, or with null to come in again. */
  closeConnection(person: PersonId, why: Refusal | null): void {
    this.#broadcast.hub.disconnect(person, why)
    this.media.shutOut(person)
  }

  /** The logs of the room were rewritten. */
  async reread(): Promise<void> {
    if (this.#live) await this.#needs.store.renewSnapshot(this.#live.id)
    await this.#live?.reread()
  }

  /** The room was set otherwise: whoever stands at its door sees it at once, a session that runs goes on as it is. [ROOM-2] */
  async reload(): Promise<void> {
    await this.defaults.read()
    if (!this.isRunning) this.#broadcast.welcomeAll()
  }

  /** [ROOM-8] The room is deleted until somebody undoes it: its session ends, and whoever is here is told. */
  async retire(): Promise<void> {
    await this.#starting
    await this.#live?.put({ type: 'roomDeleted' })
    await this.#vacate()
  }

  async #deleteNow(): Promise<Refusal | null> {
    const { store, log } = this.#needs
    await this.#starting
    await this.#live?.rested()
    const stored = await store.deleteRoom(this.room.id)
    if (stored === 'disk-full') return stored
    log.info({ room: this.room.id }, 'a room is deleted')
    await this.#vacate()
    return null
  }

  async #vacate(): Promise<void> {
    this.media.shut()
    this.#broadcast.refuseAll('room-deleted')
    this.#needs.deleted(this)
    await this.close()
  }

  /** Looks something up for a person. */
  async find(connection: Connection, query: Query): Promise<Found | Refusal> {
    if (this.#hasMoved()) return 'room-moved'
    if (!this.#isPresent(connection)) return 'not-in-room'
    if (query.type === 'ticket') return { type: 'ticket', token: this.media.ticket(connection.id) }
    if (query.type === 'viewers' || query.type === 'acts')
      return await new Promise((found) => this.#whenStored(() => found(lookAt(this.session, connection.id, query))))
    const asker = this.session.people.get(connection.id)
    return asker ? await findMessages(this.#needs.store, this.session, asker, query) : 'not-in-room'
  }

  /** Tells everybody: that the media engine went, or is back; what is drawn, who is inside; other files, who may present them. */
  tellMedia = (up: boolean): void => this.#tellAll({ type: 'media', up })
  contentChanged = (): void => this.#broadcast.contentChanged()
  tellInside = (frame: Downward): void => this.#broadcast.tellInside(frame)

  #tellAll = (frame: Downward) => this.#broadcast.hub.toAll(JSON.stringify(frame))

  /** Tells somebody that pictures are withheld from them, or given. [LOAD-2] */
  tellPictures(person: PersonId, given: boolean): void {
    this.#broadcast.hub.get(person)?.send(JSON.stringify({ type: 'pictures', given } satisfies Downward))
  }

  /** Puts a system event about a session into its queue; one about another session means nothing. */
  async put(session: string, systemEvent: SystemEvent): Promise<void> {
    if (this.#live?.id === session) await this.#live.put(systemEvent)
  }

  /** An invite link gives somebody a role, at once where they are inside. [ROLE-1] */
  async raise(person: PersonId, role: GivenRole): Promise<void> {
    await this.#live?.put({ type: 'roleByLink', person, role })
  }

  /** What comes by who somebody is has changed; where they are inside it is theirs at once. [MEMBER-4] */
  async setNamed(person: PersonId, named: ByName): Promise<void> {
    for (const each of await this.people.setNamed(person, named)) await this.#live?.put(each)
  }

  /** The media engine hears these just now, by its own names for them. [STAGE-7] */
  hears(session: string, sids: readonly string[]): void {
    if (this.#live?.id === session)
      this.#live.hears(sids.flatMap((sid) => this.#needs.media.speaker(session, sid) ?? []))
  }

  /** Stops its timers; `forgets` its media too, where nobody is in it. */
  async close(forgets = false): Promise<void> {
    this.#stop()
    await this.#live?.close()
    this.media.closeDoor()
    if (forgets && this.isRunning) this.#needs.media.close(this.session.id)
    await this.#lease.release()
  }

  #stop = () => [this.#bots, this.#broadcast, this.#reactions].forEach((part) => part.close())

  /** Another process has the room: everybody's browser is to come back, and nobody is told anything before. */
  async letGo(): Promise<void> {
    const { hub } = this.#broadcast
    this.#stop()
    this.media.leave()
    // Who waits for an answer is given it first.
    setImmediate(() => {
      for (const person of hub.people) hub.get(person)?.moved()
    })
    await this.#live?.close()
  }

  /** Looks whether the room is ours still; where it may be another's, it is let go of. */
  #hasMoved(): boolean {
    const isHeld = this.#lease.isHeld()
    if (!isHeld) this.#lease.lose()
    return !isHeld
  }

  async #begin(by: PersonId): Promise<Refusal | null> {
    const { store, clock, log, patience } = this.#needs
    const actor = await this.whoIs(by)
    if (!actor) return 'no-entry'
    const room = await this.defaults.read()
    const [id, last, isOpen] = [newId(), this.#live?.session ?? null, await this.#needs.isOpenNow(room.id)]
    const outcome = startSession(room, last, actor, id, clock.now(), patience, isOpen)
    if (!Array.isArray(outcome)) return outcome.refusal
    const stored = await store.begin(this.room.id, id, outcome, this.#lease.fence)
    if (stored === 'fenced') this.#lease.lose()
    if (stored !== 'stored') return stored === 'fenced' ? 'room-moved' : 'disk-full'
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
      lease: this.#lease,
      clock,
      log: log.child({ room: this.room.id }),
      whoIs: async (person) => await this.whoIs(person),
      itemOf: async (document) => await this.#needs.itemOf(this.room.id, document),
      happened: (session, event, delivery) => {
        this.people.follow(event)
        this.#bots.follow(event)
        this.media.happened(session, event)
        this.#broadcast.happened(event, delivery)
      },
      settled: () => this.#broadcast.settled(),
      storeIsUp: (up) => this.#tellAll({ type: 'store', up }),
      readAnew: () => {
        // What was granted could not be stored: everybody is given what is.
        this.#broadcast.welcomeAll()
        this.media.again()
      },
    }
  }

  /** Looks at the session once all that it holds is stored. */
  #whenStored(look: (session: Session) => void): void {
    if (this.#live) this.#live.whenStored(look)
    else look(this.session)
  }
}

/** A reason, as an answer. */
const noOf = (refusal: Refusal | null): Rejection | null => refusal && { refusal }
