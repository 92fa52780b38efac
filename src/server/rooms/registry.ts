import type { Millis, RoomId, SessionId } from '../../protocol/types.ts'
import { Room, type RoomNeeds } from './room.ts'
import type { MediaReports } from '../media/media.ts'

/** The rooms that somebody is in, or has just asked for; the others wait in the store. */
export class RoomRegistry {
  readonly #needs: RoomNeeds
  readonly #rooms = new Map<RoomId, Promise<Room | null>>()
  /** By the name in the media engine. */
  readonly #named = new Map<string, Room>()
  /** Those of the rooms that are loaded. */
  readonly #open = new Map<RoomId, Room>()

  constructor(needs: Omit<RoomNeeds, 'named' | 'deleted'>) {
    this.#needs = {
      ...needs,
      named: (name, room) => this.#named.set(name, room),
      deleted: (room) => {
        this.#drop(room)
        needs.erase()
      },
    }
  }

  /** Looks at every session that ran when the server stopped, `since` then, in ms since 1970: it goes on, or has ended. [SESSION-8] */
  async resume(since: Millis): Promise<void> {
    for (const { id } of await this.#needs.store.running())
      await this.#get(id, since).catch((fault: unknown) =>
        this.#needs.log.error({ room: id, fault }, 'a session could not be resumed'),
      )
  }

  /** The room of this id, loaded when it has to be; null where there is none. */
  async room(id: RoomId): Promise<Room | null> {
    return await this.#get(id, this.#needs.clock.now())
  }

  async #get(id: RoomId, since: Millis): Promise<Room | null> {
    const known = this.#rooms.get(id) ?? this.#load(id, since)
    this.#rooms.set(id, known)
    const room = await known.catch((fault: unknown) => {
      this.#rooms.delete(id)
      throw fault
    })
    if (!room) this.#rooms.delete(id)
    else if (this.#rooms.get(id) === known) this.#open.set(id, room)
    return room
  }

  /** Whether a room is in memory, or is on its way there. */
  isOpen(id: RoomId): boolean {
    return this.#rooms.has(id)
  }

  /** The room of this id where it is in memory. */
  async inMemory(id: RoomId): Promise<Room | null> {
    return (await this.#rooms.get(id)?.catch(() => null)) ?? null
  }

  /** Whether nobody is in any session. */
  get isQuiet(): boolean {
    return [...this.#open.values()].every(({ session }) => session.people.size === 0)
  }

  /** Forgets the rooms that are empty; each is loaded again when somebody asks. */
  async sweep(): Promise<void> {
    for (const room of await this.#all()) {
      if (!room.isEmpty) continue
      this.#drop(room)
      await room.close(true)
    }
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

  #drop(room: Room): void {
    this.#rooms.delete(room.room.id)
    this.#open.delete(room.room.id)
    for (const [name, named] of this.#named) if (named === room) this.#named.delete(name)
  }

  async #load(id: RoomId, since: Millis): Promise<Room | null> {
    const stored = await this.#needs.store.room(id)
    return stored && (await Room.load(stored, since, this.#needs))
  }

  async #all(): Promise<Room[]> {
    const rooms = await Promise.all([...this.#rooms.values()].map(async (room) => await room.catch(() => null)))
    return rooms.filter((room) => room !== null)
  }

  #each(visit: (room: Room) => Promise<void>): void {
    this.#all()
      .then(async (rooms) => await Promise.all(rooms.map(visit)))
      .catch((fault: unknown) => this.#needs.log.error({ fault }, 'a report of the media engine was lost'))
  }
}
