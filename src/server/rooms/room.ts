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
import { AudienceTeller } from '../realtime/audience-broadcast.ts'
import { ChatTeller, isSpread, withoutEveryone } from '../realtime/chat-broadcast.ts'
import { ReactionTeller } from '../realtime/reaction-broadcast.ts'
import type { Clock } from '../clock.ts'
import type { Ear } from './connection.ts'
import { LiveSession } from './session-actor.ts'
import { MediaRoom } from '../media/media-room.ts'
import type { Media } from '../media/media.ts'
import { newId } from '../secrets.ts'
import { findSaid } from './message-queries.ts'
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
  named(name: string, room: LiveRoom): void
}

/** A room with somebody in it: the ears of everybody, and the session that runs, or ran last. */
export class LiveRoom {
  readonly room: StoredRoom
  readonly #needs: RoomNeeds
  readonly #ears = new Map<PersonId, Ear>()
  /** The pages of those at the door, in the order of coming; of those inside the session knows. [PRESENCE-6] */
  readonly #pages = new Map<PersonId, readonly string[]>()
  readonly #audience: AudienceTeller
  readonly #reactions: ReactionTeller
  readonly #chat: ChatTeller
  /** Its media, and who is let into them. */
  readonly media: MediaRoom
  #live: LiveSession | null = null
  #holders = 0
  #starting: Promise<Refusal | null> = Promise.resolve(null)

  private constructor(room: StoredRoom, needs: RoomNeeds) {
    this.room = room
    this.#needs = needs
    this.#audience = new AudienceTeller(needs.clock, () => this.session, this.#ears)
    this.#chat = new ChatTeller(needs.clock, () => this.session, this.#ears)
    this.#reactions = new ReactionTeller(needs.clock, () => this.session, this.#ears)
    this.media = new MediaRoom({
      room: room.id,
      media: needs.media,
      session: () => this.#live?.session ?? null,
      isHere: (person) => this.#ears.has(person),
      named: (name) => needs.named(name, this),
    })
  }

  /** A room as the store has it, with its last session folded and, where it still runs, its media wanted. `since`: see `LiveSession.load`. */
  static async load(room: StoredRoom, since: Millis, needs: RoomNeeds): Promise<LiveRoom> {
    const live = new LiveRoom(room, needs)
    if (room.session) live.#live = await LiveSession.load(room.session, since, live.#sessionNeeds())
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
  async arrive(ear: Ear, page: string, takesOver: boolean): Promise<void> {
    if (!takesOver && this.#isOlder(ear.id, page)) return ear.replaced()
    this.#pages.set(
      ear.id,
      [...(this.#pages.get(ear.id) ?? []).filter((other) => other !== page), page].slice(-PAGES_MAX),
    )
    const older = this.#ears.get(ear.id)
    this.#ears.set(ear.id, ear)
    if (older !== ear) older?.replaced()
    await this.#live?.put({ type: 'arrive', person: ear.id, page })
    await this.#welcome(ear)
    return undefined
  }

  #isOlder(person: PersonId, page: string): boolean {
    const pages = this.#pages.get(person) ?? []
    return isOlderPage(this.session, person, page) || (pages.includes(page) && pages.at(-1) !== page)
  }

  /** A browser's connection is gone; `clean` when the page was closed. */
  async depart(ear: Ear, clean: boolean): Promise<void> {
    if (!this.#isPresent(ear)) return
    this.#ears.delete(ear.id)
    this.#audience.forget(ear.id)
    await this.#live?.put({ type: 'connectionLost', person: ear.id, clean })
  }

  /** Whether a connection is the present one of its person: no other is heard. */
  #isPresent(ear: Ear): boolean {
    return this.#ears.get(ear.id) === ear
  }

  /** Resolves to null when it was done, or to why not. */
  async ask(ear: Ear, command: Command): Promise<No | null> {
    if (!this.#isPresent(ear)) return noOf('not-in-room')
    if (command.type === 'react') return noOf(this.#reactions.react(ear.id, command))
    const isNamed = this.#isRunning && isKnown(this.session, ear)
    if (command.type === 'changeName' && !isNamed) return noOf(await this.#rename(ear, command.name))
    if (command.type === 'join' && !this.#isRunning) {
      const starting = this.#starting.then(async () => (this.#isRunning ? null : await this.#begin(ear.id)))
      // One that fails leaves the way open for the next.
      this.#starting = starting.catch(() => null)
      const refusal = await starting
      if (refusal) return noOf(refusal)
    }
    return this.#live ? await this.#live.ask(ear.id, command) : noOf('not-started')
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
  async #rename(ear: Ear, typed: string): Promise<Refusal | null> {
    const { store } = this.#needs
    const known = await store.person(this.room.id, ear.id)
    const read = readName(typed)
    if ('fault' in read) return read.fault
    if (!known) return 'no-entry'
    const stored = await store.putPerson({ ...known, name: read.name })
    if (stored !== 'stored') return stored
    await this.#welcome(ear)
    return null
  }

  /** Looks something up for a person. */
  async find(ear: Ear, query: Query): Promise<Found | Refusal> {
    if (!this.#isPresent(ear)) return 'not-in-room'
    if (query.type === 'ticket') return { type: 'ticket', token: await this.media.ticket(ear.id) }
    const asker = this.session.people.get(ear.id)
    if (!asker) return 'not-in-room'
    if (query.type === 'viewers') return findViewers(this.session, asker, query)
    if (query.type !== 'acts') return await findSaid(this.#needs.store, this.session, asker, query)
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
    this.#live = LiveSession.begun(id, outcome, this.#sessionNeeds())
    log.info({ room: this.room.id, session: id }, 'a session begins')
    this.media.open()
    for (const ear of this.#ears.values()) await this.#welcome(ear)
    this.media.closeDoor()
    return null
  }

  #sessionNeeds() {
    const { store, clock, log } = this.#needs
    const whoIs = async (person: PersonId) => await this.whoIs(person)
    return { store, clock, log: log.child({ room: this.room.id }), whoIs, happened: this.#happened }
  }

  readonly #happened = (session: Session, event: Event, telling: Telling) => {
    if (isSpread(event)) this.#chat.say(event)
    this.#tell(isSpread(event) ? withoutEveryone(telling) : telling)
    if (EVENTS[event.type].welcomes === 'door') this.#tellDoor()
    this.media.happened(session, event)
    this.#audience.changed(event)
  }

  /** [ENTER-5] [ENTER-2] A welcome says what the door is like now, and names nobody. */
  #tellDoor(): void {
    for (const [id, ear] of this.#ears) if (!this.session.people.has(id)) this.#welcomeAgain(ear)
  }

  /** A frame is made text once for each kind of ear, however many listen. */
  #tell({ everyone, runners, own, others, strangers }: Telling): void {
    const frames = {
      everyone: framed(everyone),
      runners: framed(runners),
      own: framed(own?.events ?? []),
      others: framed(others?.events ?? []),
      strangers: framed(strangers ?? []),
    }
    for (const id of others?.people ?? [])
      if (frames.others && id !== own?.person) this.#ears.get(id)?.send(frames.others)
    for (const [id, ear] of this.#ears) {
      if (id === own?.person) this.#tellOwn(ear, own.events, frames.own)
      else {
        const frame = this.#frameFor(id, frames)
        if (frame) ear.send(frame)
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
  #tellOwn(ear: Ear, events: Event[], frame: string | null): void {
    if (frame && !events.some((event) => event.type === 'joined')) ear.send(frame)
    if (!events.some((event) => EVENTS[event.type].welcomes === 'own')) return
    this.#welcomeAgain(ear)
  }

  #welcomeAgain(ear: Ear): void {
    this.#welcome(ear).catch((fault: unknown) => this.#needs.log.error({ room: this.room.id, fault }, 'no welcome'))
  }

  async #welcome(ear: Ear): Promise<void> {
    const [ticket, who] = await Promise.all([this.media.ticket(ear.id), this.whoIs(ear.id)])
    // Nobody is there any more to whom it could say something.
    if (!who) return
    const { id, name, role } = who
    const frame: Downward = {
      type: 'welcome',
      you: { id, name, role },
      inside: this.session.people.has(id),
      door: doorFor(this.session, who),
      session: viewFor(this.session, id),
      audience: this.#audience.for(id),
      ticket,
      video: this.#needs.video,
      host: this.room.hostName,
      now: this.#live?.now() ?? this.#needs.clock.now(),
    }
    ear.send(JSON.stringify(frame))
    this.#audience.placeFor(id)
  }

  #toAll(frame: Downward): void {
    const text = JSON.stringify(frame)
    for (const ear of this.#ears.values()) ear.send(text)
  }
}

/** A reason, as an answer. */
function noOf(refusal: Refusal | null): No | null {
  return refusal && { refusal }
}

function framed(events: Event[]): string | null {
  return events.length === 0 ? null : JSON.stringify({ type: 'told', events } satisfies Downward)
}
