import type { Logger } from 'pino'
import type { Command } from '../protocol/commands.ts'
import type { Event } from '../protocol/events.ts'
import type { Downward } from '../protocol/frames.ts'
import type { Found, Query } from '../protocol/queries.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { Millis, PersonId } from '../protocol/words.ts'
import { actsOf } from '../rules/acts.ts'
import { findViewers, viewFor, type Telling } from '../rules/audience.ts'
import { doorFor } from '../rules/door.ts'
import { grantOf, grantsChangedBy, type Grant } from '../rules/grants.ts'
import { MODES } from '../rules/modes.ts'
import type { Actor, No } from '../rules/outcome.ts'
import { can, runs } from '../rules/policy.ts'
import { endOf, startSession } from '../rules/room.ts'
import { nothingYet, type Session } from '../rules/session.ts'
import { AudienceTeller } from './audience-teller.ts'
import { ChatTeller, isSpread, withoutEveryone } from './chat-teller.ts'
import { ReactionTeller } from './reaction-teller.ts'
import type { Clock } from './clock.ts'
import type { Ear } from './ear.ts'
import { LiveSession } from './live-session.ts'
import type { Media } from './media.ts'
import { newId } from './secrets.ts'
import { findSaid } from './find-said.ts'
import type { Store, StoredRoom } from './store.ts'

export type RoomNeeds = { store: Store; media: Media; clock: Clock; log: Logger; video: number; patience: Millis }

/** A room with somebody in it: the ears of everybody, and the session that runs, or ran last. */
export class LiveRoom {
  readonly room: StoredRoom
  readonly #needs: RoomNeeds
  readonly #ears = new Map<PersonId, Ear>()
  readonly #followers = new Map<PersonId, Set<(grant: Grant) => void>>()
  readonly #audience: AudienceTeller
  readonly #reactions: ReactionTeller
  readonly #chat: ChatTeller
  #live: LiveSession | null = null
  #hasDoor = false
  #holders = 0
  #starting: Promise<Refusal | null> = Promise.resolve(null)

  private constructor(room: StoredRoom, needs: RoomNeeds) {
    this.room = room
    this.#needs = needs
    this.#audience = new AudienceTeller(needs.clock, () => this.session, this.#ears)
    this.#chat = new ChatTeller(needs.clock, () => this.session, this.#ears)
    this.#reactions = new ReactionTeller(needs.clock, () => this.session, this.#ears)
  }

  /** A room as the store has it, with its last session folded and, where it still runs, its media opened. */
  static async load(room: StoredRoom, needs: RoomNeeds): Promise<LiveRoom> {
    const live = new LiveRoom(room, needs)
    if (room.session) live.#live = await LiveSession.load(room.session, live.#sessionNeeds())
    if (live.#isRunning) await needs.media.open(live.session.id)
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
   * The name in the media engine: of the session, and before the first one of the room itself, where whoever stands at the
   * door checks the own connection and is granted nothing. [DEVICE-8]
   */
  get hall(): string {
    return this.#live ? this.session.id : this.room.id
  }

  get #isOpen(): boolean {
    return this.#isRunning || !this.#live
  }

  /** What the session grants a person in the media engine; null for who has no business there. [MEDIA-5] */
  admit(hall: string, person: PersonId): Grant | null {
    if (hall !== this.hall || !this.#isOpen) return null
    if (this.session.removed.has(person)) return null
    if (!this.#ears.has(person) && !this.session.people.has(person)) return null
    return grantOf(this.session, person)
  }

  /** Tells what the session grants a person, at once and at each change, until the returned function is called. */
  follow(person: PersonId, told: (grant: Grant) => void): () => void {
    const followers = this.#followers.get(person) ?? new Set()
    this.#followers.set(person, followers.add(told))
    told(grantOf(this.session, person))
    return () => {
      followers.delete(told)
      if (followers.size === 0 && this.#followers.get(person) === followers) this.#followers.delete(person)
    }
  }

  /** A browser has said hello on `page`. The newest of a person wins. [PRESENCE-6] */
  async arrive(ear: Ear, page: string): Promise<void> {
    const older = this.#ears.get(ear.person.id)
    this.#ears.set(ear.person.id, ear)
    if (older !== ear) older?.replaced()
    await this.#live?.put({ type: 'arrive', person: ear.person.id, page })
    await this.#welcome(ear)
  }

  /** A browser's connection is gone; `clean` when the page was closed. */
  async depart(ear: Ear, clean: boolean): Promise<void> {
    if (this.#ears.get(ear.person.id) !== ear) return
    this.#ears.delete(ear.person.id)
    this.#audience.forget(ear.person.id)
    await this.#live?.put({ type: 'connectionLost', person: ear.person.id, clean })
  }

  /** Resolves to null when it was done, or to why not. */
  async ask(ear: Ear, command: Command): Promise<No | null> {
    if (command.type === 'react') return noOf(this.#reactions.react(ear.person, command))
    if (command.type === 'join' && !this.#isRunning) {
      this.#starting = this.#starting.then(async () => (this.#isRunning ? null : await this.#begin(ear.person)))
      const refusal = await this.#starting
      if (refusal) return noOf(refusal)
    }
    return this.#live ? await this.#live.ask(ear.person, command) : noOf('not-started')
  }

  /** Looks something up for a person. */
  async find(ear: Ear, query: Query): Promise<Found | Refusal> {
    if (query.type === 'ticket') return { type: 'ticket', token: await this.#ticket(ear.person.id) }
    const asker = this.session.people.get(ear.person.id)
    if (!asker) return 'not-in-room'
    if (query.type === 'viewers') return findViewers(this.session, asker, query)
    if (query.type !== 'acts') return await findSaid(this.#needs.store, this.session, asker, query)
    return can(asker, 'seeActs') ? { type: 'acts', acts: actsOf(this.session) } : 'not-allowed'
  }

  /** Tells everybody that the media engine went, or is back. */
  tellMedia(up: boolean): void {
    this.#toAll({ type: 'media', up })
  }

  /** What the media engine reports of the session. */
  async put(session: string, fact: Parameters<LiveSession['put']>[0]): Promise<void> {
    if (this.#live?.id === session) await this.#live.put(fact)
  }

  async close(): Promise<void> {
    this.#audience.close()
    this.#reactions.close()
    this.#chat.close()
    await this.#live?.close()
    this.#closeDoor()
  }

  async #begin(by: Actor): Promise<Refusal | null> {
    const { store, media, clock, log } = this.#needs
    const id = newId()
    const outcome = startSession(this.room, this.#live?.session ?? null, by, id, clock.now(), this.#needs.patience)
    if (!Array.isArray(outcome)) return outcome.refusal
    const stored = await store.begin(this.room.id, id, outcome)
    if (stored !== 'stored') return 'disk-full'
    await this.#live?.close()
    this.#live = LiveSession.begun(id, outcome, this.#sessionNeeds())
    log.info({ room: this.room.id, session: id }, 'a session begins')
    await media.open(id)
    for (const ear of this.#ears.values()) await this.#welcome(ear)
    this.#closeDoor()
    return null
  }

  /** An engine that is away makes the room of the door when it is back. */
  async #openDoor(): Promise<void> {
    if (this.#hasDoor) return
    this.#hasDoor = true
    const { media, log } = this.#needs
    const { id } = this.room
    await media.open(id).catch((fault: unknown) => log.warn({ room: id, fault }, 'the engine has no door yet'))
  }

  #closeDoor(): void {
    if (!this.#hasDoor) return
    this.#hasDoor = false
    const { media, log } = this.#needs
    const { id } = this.room
    media.close(id).catch((fault: unknown) => log.warn({ room: id, fault }, 'the engine keeps a door'))
  }

  #sessionNeeds() {
    const { store, clock, log } = this.#needs
    return { store, clock, log: log.child({ room: this.room.id }), happened: this.#happened }
  }

  readonly #happened = (session: Session, event: Event, telling: Telling) => {
    const ear = event.type === 'roleSet' ? this.#ears.get(event.person) : undefined
    if (ear && event.type === 'roleSet') ear.person = { ...ear.person, role: event.role }
    if (isSpread(event)) this.#chat.say(event)
    this.#tell(isSpread(event) ? withoutEveryone(telling) : telling)
    if (ANOTHER_DOOR.has(event.type)) this.#tellDoor()
    this.#shadow(session, event)
    this.#audience.changed(event)
  }

  /** [ENTER-5] [ENTER-2] A welcome says what the door is like now, and names nobody. */
  #tellDoor(): void {
    for (const [id, ear] of this.#ears) if (!this.session.people.has(id)) this.#welcomeAgain(ear)
  }

  /** A frame is made text once for each kind of ear, however many listen. */
  #tell({ everyone, runners, own, others }: Telling): void {
    const frames = { everyone: framed(everyone), runners: framed(runners), own: framed(own?.events ?? []) }
    const besides = framed(others?.events ?? [])
    for (const id of others?.people ?? []) if (besides && id !== own?.person) this.#ears.get(id)?.send(besides)
    for (const [id, ear] of this.#ears) {
      if (id === own?.person) this.#tellOwn(ear, own.events, frames.own)
      else if (this.#hears(id, everyone)) {
        const frame = runs(ear.person.role) ? frames.runners : frames.everyone
        if (frame) ear.send(frame)
      }
    }
  }

  /** Who joins, leaves or gets other rights knows another room from then on: a welcome says all of it. */
  #tellOwn(ear: Ear, events: Event[], frame: string | null): void {
    if (frame && !events.some((event) => event.type === 'joined')) ear.send(frame)
    if (!events.some((event) => ANOTHER_ROOM.has(event.type))) return
    this.#welcomeAgain(ear)
  }

  #welcomeAgain(ear: Ear): void {
    this.#welcome(ear).catch((fault: unknown) => this.#needs.log.error({ room: this.room.id, fault }, 'no welcome'))
  }

  /** At the door one hears of the session's end, and of nobody. [ENTER-2] */
  #hears(id: PersonId, events: Event[]): boolean {
    return this.session.people.has(id) || events.some((event) => event.type === 'sessionEnded')
  }

  /** The media engine follows the session. */
  #shadow(session: Session, event: Event): void {
    const { media, log } = this.#needs
    const id = session.id
    if (event.type === 'sessionEnded') {
      media.close(id).catch((fault: unknown) => log.warn({ session: id, fault }, 'the engine keeps an ended session'))
    } else if (event.type === 'left' || event.type === 'removed') media.remove(id, event.person)
    else for (const person of grantsChangedBy(session, event)) this.#grant(session, person)
  }

  /** Who may receive it is said before it may be sent. [MEDIA-6] */
  #grant(session: Session, person: PersonId): void {
    const grant = grantOf(session, person)
    for (const told of this.#followers.get(person) ?? []) told(grant)
    this.#needs.media.converge(session.id, person, grant)
  }

  async #welcome(ear: Ear): Promise<void> {
    const ticket = await this.#ticket(ear.person.id)
    const { id, name, role } = ear.person
    const frame: Downward = {
      type: 'welcome',
      you: { id, name, role },
      inside: this.session.people.has(id),
      door: doorFor(this.session, ear.person),
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

  async #ticket(person: PersonId): Promise<string> {
    if (!this.#isOpen || this.session.removed.has(person)) return ''
    if (!this.#live) await this.#openDoor()
    return await this.#needs.media.ticket(this.hall, person)
  }

  #toAll(frame: Downward): void {
    const text = JSON.stringify(frame)
    for (const ear of this.#ears.values()) ear.send(text)
  }
}

const ANOTHER_ROOM: ReadonlySet<Event['type']> = new Set([
  'joined',
  'left',
  'removed',
  'removalLifted',
  'waiting',
  'entryDeclined',
  'stoppedWaiting',
  'roleSet',
  'permissionsSet',
  'chatModeratorSet',
] satisfies Event['type'][])

const ANOTHER_DOOR: ReadonlySet<Event['type']> = new Set([
  'accessSet',
  'modeSet',
  'roomLocked',
] satisfies Event['type'][])

/** A reason, as an answer. */
function noOf(refusal: Refusal | null): No | null {
  return refusal && { refusal }
}

function framed(events: Event[]): string | null {
  return events.length === 0 ? null : JSON.stringify({ type: 'told', events } satisfies Downward)
}
