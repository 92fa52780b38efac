import type { Refusal } from '../../protocol/refusals.ts'
import type { Millis, PersonId, RoomId, SessionId } from '../../protocol/types.ts'
import { returnSpread } from '../realtime/return-spread.ts'
import type { Ownership } from './ownership.ts'
import { Room, type RoomNeeds } from './room.ts'
import type { MediaReports } from '../media/media.ts'

/** A room that another process has, or that is deleted for now [ROOM-8], is not to be had here. */
type Loaded = Room | 'elsewhere' | 'deleted' | null

/** The rooms that somebody is in, or has just asked for; the others wait in the store. */
export class RoomRegistry {
  readonly #needs: RoomNeeds
  readonly #ownership: Ownership
  readonly #rooms = new Map<RoomId, Promise<Loaded>>()
  /** By the name in the media engine. */
  readonly #named = new Map<string, Room>()
  /** Those of the rooms that are loaded. */
  readonly #open = new Map<RoomId, Room>()

  constructor({ ownership, ...needs }: Omit<RoomNeeds, 'named' | 'spread' | 'deleted'> & { ownership: Ownership }) {
    this.#ownership = ownership
    this.#needs = {
      ...needs,
      named: (name, room) => this.#named.set(name, room),
      spread: () => returnSpread(this.people),
      deleted: (room) => {
        this.#forget(room)
        needs.erase()
      },
    }
  }

  /** How many people are inside or wait to be let in, in all rooms together, or have a place that is kept. */
  get people(): number {
    let people = 0
    for (const room of this.#open.values()) people += room.size
    return people
  }

  /** Looks at every session that ran when the server stopped, `since` then, in ms since 1970: it goes on, or has ended. [SESSION-8] */
  async resume(since: Millis): Promise<void> {
    for (const { id } of await this.#needs.store.running())
      await this.#get(id, since).catch((fault: unknown) =>
        this.#needs.log.error({ room: id, fault }, 'a session could not be resumed'),
      )
  }

  /** The room of this id, loaded when it has to be; null where there is none. */
  async room(id: RoomId): Promise<Loaded> {
    return await this.#get(id, this.#needs.clock.now())
  }

  async #get(id: RoomId, since: Millis): Promise<Loaded> {
    const known = this.#rooms.get(id) ?? this.#load(id, since)
    this.#rooms.set(id, known)
    const room = await known.catch((fault: unknown) => {
      this.#rooms.delete(id)
      throw fault
    })
    if (!isHere(room)) this.#rooms.delete(id)
    else if (this.#rooms.get(id) === known) this.#open.set(id, room)
    return room
  }

  /** Whether a room is in memory, or is on its way there. */
  isOpen(id: RoomId): boolean {
    return this.#rooms.has(id)
  }

  /** The room of this id where it is in memory. */
  async inMemory(id: RoomId): Promise<Room | null> {
    const room = (await this.#rooms.get(id)?.catch(() => null)) ?? null
    return isHere(room) ? room : null
  }

  /** The rooms whose session runs. */
  get running(): Room[] {
    return [...this.#open.values()].filter(({ session }) => session.startedAt > 0 && session.endedAt === null)
  }

  /** [ROOM-8] Lets go of a room that is deleted for now, if it is in memory. */
  async retire(id: RoomId): Promise<void> {
    await (await this.inMemory(id))?.retire()
  }

  /** Those whom `of` names in each room, as what closes their connections: for good with a reason, or to come in again. */
  async connections(of: (room: Room) => Promise<PersonId[]>): Promise<{ close: (why: Refusal | null) => void }> {
    const found: { room: Room; person: PersonId }[] = []
    for (const room of await this.#all()) for (const person of await of(room)) found.push({ room, person })
    return { close: (why) => found.forEach(({ room, person }) => room.closeConnection(person, why)) }
  }

  /** Whether nobody is in any session. */
  get isQuiet(): boolean {
    return [...this.#open.values()].every(({ session }) => session.people.size === 0)
  }

  /** Forgets the rooms that are empty; each is loaded again when somebody asks. */
  async sweep(): Promise<void> {
    for (const room of await this.#all()) {
      if (!room.isEmpty) continue
      this.#forget(room)
      await room.close(true)
    }
  }

  #forget(room: Room): void {
    this.#rooms.delete(room.room.id)
    this.#open.delete(room.room.id)
    for (const [name, named] of this.#named) if (named === room) this.#named.delete(name)
  }

  /** The room that has this name in the media engine now; null where nobody is in it. */
  of(session: SessionId): Room | null {
    const room = this.#named.get(session)
    return room?.media.name === session ? room : null
  }

  /** Where the media engine's reports go: into the queue of the session that they are about. */
  get reports(): MediaReports {
    return {
      systemEvent: (session, systemEvent) => {
        this.of(session)
          ?.put(session, systemEvent)
          .catch((fault: unknown) => this.#needs.log.error({ session, fault }, 'a report of the media engine was lost'))
      },
      up: (up) => {
        this.#each(async (room) => room.tellMedia(up))
      },
      wanted: (session, person) => this.of(session)?.media.admit(session, person) ?? null,
    }
  }

  async close(): Promise<void> {
    for (const room of await this.#all()) await room.close()
    this.#rooms.clear()
    this.#open.clear()
    this.#named.clear()
  }

  async #load(id: RoomId, since: Millis): Promise<Loaded> {
    const { store, log } = this.#needs
    const before = await store.room(id)
    if (!before || before.deletedAt != null) return before && 'deleted'
    let room: Room | null = null
    const lease = await this.#ownership.acquire(id, () => {
      log.warn({ room: id }, 'another process has this room now; it is let go of')
      if (!room) return
      this.#forget(room)
      room.letGo().catch((fault: unknown) => log.error({ room: id, fault }, 'a room could not be let go of'))
    })
    if (!lease) return 'elsewhere'
    try {
      // What another has written is read once nobody else can write.
      const stored = await store.room(id)
      room = stored && (await Room.load(stored, lease, since, this.#needs))
    } catch (fault) {
      await lease.release()
      throw fault
    }
    if (lease.isHeld()) return room
    await room?.letGo()
    return 'elsewhere'
  }

  async #all(): Promise<Room[]> {
    const rooms = await Promise.all([...this.#rooms.values()].map(async (room) => await room.catch(() => null)))
    return rooms.filter((room) => isHere(room))
  }

  #each(visit: (room: Room) => Promise<void>): void {
    this.#all()
      .then(async (rooms) => await Promise.all(rooms.map(visit)))
      .catch((fault: unknown) => this.#needs.log.error({ fault }, 'a report of the media engine was lost'))
  }
}

function isHere(room: Loaded): room is Room {
  return room !== null && room !== 'elsewhere' && room !== 'deleted'
}
