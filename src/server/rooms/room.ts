import type { Logger } from 'pino'
import type { Command } from '../../protocol/commands.ts'
import type { Event } from '../../protocol/events.ts'
import type { Downward } from '../../protocol/frames.ts'
import { readName } from '../../protocol/names.ts'
import type { Found, Query } from '../../protocol/queries.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { GivenRole, Millis, PersonId } from '../../protocol/words.ts'
import { actsOf } from '../../rules/acts.ts'
import { findViewers, viewFor, type Telling } from '../../rules/audience.ts'
import { isKnown } from '../../rules/decide.ts'
import { doorFor } from '../../rules/door.ts'
import { EVENTS } from '../../rules/events-table.ts'
import { isHeardAgain } from '../../rules/full-stage.ts'
import { MODES } from '../../rules/modes.ts'
import type { Actor, Fact, No } from '../../rules/outcome.ts'
import { can, runs, type Verb } from '../../rules/policy.ts'
import { isOlderPage } from '../../rules/presence.ts'
import { endOf, startSession } from '../../rules/room.ts'
import { nothingYet, type Session } from '../../rules/session.ts'
import { AudienceBroadcast } from '../realtime/audience-broadcast.ts'
import { ChatBroadcast, isSpread, withoutEveryone } from '../realtime/chat-broadcast.ts'
import { ReactionBroadcast } from '../realtime/reaction-broadcast.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'
import { SessionActor } from './session-actor.ts'
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
}

/** A room with somebody in it: the connections of everybody, and the session that runs, or ran last. */
export class Room {
  readonly room: StoredRoom
  readonly #needs: RoomNeeds
  readonly #connections = new Map<PersonId, Connection>()
  /** The pages of those at the door, in the order of coming; of those inside the session knows. [PRESENCE-6] */
  readonly #pages = new Map<PersonId, readonly string[]>()
  readonly #audience: AudienceBroadcast
  readonly #reactions: ReactionBroadcast
  readonly #chat: ChatBroadcast
  /** Its media, and who is let into them. */
  readonly media: MediaRoom
  #live: SessionActor | null = null
  #holders = 0
  #starting: Promise<Refusal | null> = Promise.resolve(null)

  private constructor(room: StoredRoom, needs: RoomNeeds) {
    this.room = room
    this.#needs = needs
    this.#audience = new AudienceBroadcast(needs.clock, () => this.session, this.#connections)
    this.#chat = new ChatBroadcast(needs.clock, () => this.session, this.#connections)
    this.#reactions = new ReactionBroadcast(needs.clock, () => this.session, this.#connections)
    this.media = new MediaRoom({
      room: room.id,
      media: needs.media,
      session: () => this.#live?.session ?? null,
      isHere: (person) => this.#connections.has(person),
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
    if (!takesOver && this.#isOlder(connection.id, page)) return connection.replaced()
    this.#pages.set(
      connection.id,
      [...(this.#pages.get(connection.id) ?? []).filter((other) => other !== page), page].slice(-PAGES_MAX),
    )
    const older = this.#connections.get(connection.id)
    this.#connections.set(connection.id, connection)
    if (older !== connection) older?.replaced()
    await this.#live?.put({ type: 'arrive', person: connection.id, page })
    await this.#welcome(connection)
    return undefined
  }

  #isOlder(person: PersonId, page: string): boolean {
    const pages = this.#pages.get(person) ?? []
    return isOlderPage(this.session, person, page) || (pages.includes(page) && pages.at(-1) !== page)
  }

  /** A browser's connection is gone; `clean` when the page was closed. */
  async depart(connection: Connection, clean: boolean): Promise<void> {
    if (!this.#isPresent(connection)) return
    this.#connections.delete(connection.id)
    this.#audience.forget(connection.id)
    await this.#live?.put({ type: 'connectionLost', person: connection.id, clean })
  }

  /** Whether a connection is the present one of its person: no other is heard. */
  #isPresent(connection: Connection): boolean {
    return this.#connections.get(connection.id) === connection
  }

  /** Resolves to null when it was done, or to why not. */
  async ask(connection: Connection, command: Command): Promise<No | null> {
    if (!this.#isPresent(connection)) return noOf('not-in-room')
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
    const { people } = this.session
    return people.get(person) ?? (await this.#needs.store.person(this.room.id, person))
  }

  /** Whether somebody may do a thing in the room now, from outside it too; nothing is for who was removed. */
  async may(person: PersonId, verb: Verb): Promise<boolean> {
    const who = await this.whoIs(person)
    return who !== null && !this.session.removed.has(person) && can(who, verb)
  }

  /** [NAME-3] At the door no session has the name yet. */
  async #rename(connection: Connection, typed: string): Promise<Refusal | null> {
    const { store } = this.#needs
    const known = await store.person(this.room.id, connection.id)
    const read = readName(typed)
    if ('fault' in read) return read.fault
    if (!known) return 'no-entry'
    const stored = await store.putPerson({ ...known, name: read.name })
    if (stored !== 'stored') return stored
    await this.#welcome(connection)
    return null
  }

  /** Looks something up for a person. */
  async find(connection: Connection, query: Query): Promise<Found | Refusal> {
    if (!this.#isPresent(connection)) return 'not-in-room'
    if (query.type === 'ticket') return { type: 'ticket', token: this.media.ticket(connection.id) }
    if (query.type === 'viewers' || query.type === 'acts')
      return await this.#whenStored(() => this.#look(connection, query))
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
    this.#toAll({ type: 'media', up })
  }

  /** Puts a fact about a session into its queue; one about another session means nothing. */
  async put(session: string, fact: Fact): Promise<void> {
    if (this.#live?.id === session) await this.#live.put(fact)
  }

  /** An invite link gives somebody a role, at once where they are inside. [ROLE-1] */
  async raise(person: PersonId, role: GivenRole): Promise<void> {
    if (this.#live) await this.#live.put({ type: 'roleByLink', person, role })
  }

  /** The media engine hears these just now, by its own names for them. [STAGE-7] */
  hears(session: string, sids: readonly string[]): void {
    if (this.#live?.id !== session) return
    const { media, log } = this.#needs
    for (const sid of sids) {
      const person = media.speaker(session, sid)
      if (person === null || !isHeardAgain(this.session, person, this.#live.now())) continue
      this.#live
        .put({ type: 'spoke', person })
        .catch((fault: unknown) => log.error({ session, fault }, 'a voice was lost'))
    }
  }

  /** Stops its timers; `forgets` its media too, where nobody is in it. */
  async close(forgets = false): Promise<void> {
    this.#audience.close()
    this.#reactions.close()
    this.#chat.close()
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
    for (const connection of this.#connections.values()) await this.#welcome(connection)
    this.media.closeDoor()
    return null
  }

  #sessionNeeds() {
    const { store, clock, log } = this.#needs
    const whoIs = async (person: PersonId) => await this.whoIs(person)
    return {
      store,
      clock,
      log: log.child({ room: this.room.id }),
      whoIs,
      happened: this.#happened,
      readAnew: () => this.#showAnew(),
    }
  }

  readonly #happened = (session: Session, event: Event, telling: Telling) => {
    if (isSpread(event)) this.#chat.say(event)
    this.#tell(isSpread(event) ? withoutEveryone(telling) : telling)
    if (EVENTS[event.type].welcomes === 'door') this.#tellDoor()
    this.media.happened(session, event)
    this.#audience.changed(event)
  }

  /** What was granted, and may have been shown, could not be stored: everybody is shown what is. */
  #showAnew(): void {
    for (const connection of this.#connections.values()) this.#welcomeAgain(connection)
    this.media.again()
  }

  /** [ENTER-5] [ENTER-2] A welcome says what the door is like now, and names nobody. */
  #tellDoor(): void {
    for (const [id, connection] of this.#connections) if (!this.session.people.has(id)) this.#welcomeAgain(connection)
  }

  /** A frame is made text once for each kind of connection, however many listen. */
  #tell({ everyone, runners, own, others, strangers }: Telling): void {
    const frames = {
      everyone: framed(everyone),
      runners: framed(runners),
      own: framed(own?.events ?? []),
      others: framed(others?.events ?? []),
      strangers: framed(strangers ?? []),
    }
    for (const id of others?.people ?? [])
      if (frames.others && id !== own?.person) this.#connections.get(id)?.send(frames.others)
    for (const [id, connection] of this.#connections) {
      if (id === own?.person) this.#tellOwn(connection, own.events, frames.own)
      else {
        const frame = this.#frameFor(id, frames)
        if (frame) connection.send(frame)
      }
    }
  }

  /** At the door one hears of nobody; [ENTER-2] who was inside is told of the end as those are who still were. [END-1] */
  #frameFor(id: PersonId, frames: Record<'everyone' | 'runners' | 'strangers', string | null>): string | null {
    const { people, stays, endedAt } = this.session
    const person = people.get(id)
    if (person) return runs(person.role) ? frames.runners : frames.everyone
    return endedAt !== null && stays.has(id) ? frames.everyone : frames.strangers
  }

  /** Who joins, leaves or gets other rights knows another room from then on: a welcome says all of it. */
  #tellOwn(connection: Connection, events: Event[], frame: string | null): void {
    if (frame && !events.some((event) => event.type === 'joined')) connection.send(frame)
    if (!events.some((event) => EVENTS[event.type].welcomes === 'own')) return
    this.#welcomeAgain(connection)
  }

  #welcomeAgain(connection: Connection): void {
    this.#welcome(connection).catch((fault: unknown) =>
      this.#needs.log.error({ room: this.room.id, fault }, 'no welcome'),
    )
  }

  async #welcome(connection: Connection): Promise<void> {
    const ticket = this.media.ticket(connection.id)
    const who = await this.whoIs(connection.id)
    // Nobody is there any more to whom it could say something.
    if (who) await this.#whenStored(() => this.#sendWelcome(connection, ticket, who))
  }

  /** Looks at the session once all that it holds is stored. */
  async #whenStored<T>(look: () => T): Promise<T> {
    return this.#live ? await this.#live.read(look) : look()
  }

  #sendWelcome(connection: Connection, ticket: string, known: Actor): void {
    const { id, name, role } = this.session.people.get(connection.id) ?? known
    const frame: Downward = {
      type: 'welcome',
      you: { id, name, role },
      inside: this.session.people.has(id),
      door: doorFor(this.session, { id, role }),
      session: viewFor(this.session, id),
      audience: this.#audience.for(id),
      ticket,
      video: this.#needs.video,
      host: this.room.hostName,
      now: this.#live?.now() ?? this.#needs.clock.now(),
    }
    connection.send(JSON.stringify(frame))
    this.#audience.placeFor(id)
  }

  #toAll(frame: Downward): void {
    const text = JSON.stringify(frame)
    for (const connection of this.#connections.values()) connection.send(text)
  }
}

/** A reason, as an answer. */
function noOf(refusal: Refusal | null): No | null {
  return refusal && { refusal }
}

function framed(events: Event[]): string | null {
  return events.length === 0 ? null : JSON.stringify({ type: 'told', events } satisfies Downward)
}
