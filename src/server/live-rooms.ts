import type { RoomId, SessionId } from '../protocol/words.ts'
import { LiveRoom, type RoomNeeds } from './live-room.ts'
import type { MediaReports } from './media.ts'

/** The rooms that somebody is in, or has just asked for; the others wait in the store. */
export class LiveRooms {
  readonly #needs: RoomNeeds
  readonly #rooms = new Map<RoomId, Promise<LiveRoom | null>>()

  constructor(needs: RoomNeeds) {
    this.#needs = needs
  }

  /** The room of this id, loaded when it has to be; null where there is none. */
  async room(id: RoomId): Promise<LiveRoom | null> {
    const known = this.#rooms.get(id) ?? this.#load(id)
    this.#rooms.set(id, known)
    const room = await known.catch((fault: unknown) => {
      this.#rooms.delete(id)
      throw fault
    })
    if (!room) this.#rooms.delete(id)
    return room
  }

  /** Forgets the rooms that are empty; each is loaded again when somebody asks. */
  async sweep(): Promise<void> {
    for (const room of await this.#all()) {
      if (!room.isEmpty) continue
      this.#rooms.delete(room.room.id)
      await room.close()
    }
  }

  /** The room in whose hall a session runs, or ran last; null where nobody is in it. */
  async of(session: SessionId): Promise<LiveRoom | null> {
    return (await this.#all()).find((room) => room.hall === session) ?? null
  }

  /** Where the media engine's reports go: into the queue of the session that they are about. */
  get reports(): MediaReports {
    return {
      fact: (session, fact) => {
        this.#each(async (room) => await room.put(session, fact))
      },
      up: (up) => {
        this.#each(async (room) => room.tellMedia(up))
      },
    }
  }

  async close(): Promise<void> {
    for (const room of await this.#all()) await room.close()
    this.#rooms.clear()
  }

  async #load(id: RoomId): Promise<LiveRoom | null> {
    const stored = await this.#needs.store.room(id)
    return stored && (await LiveRoom.load(stored, this.#needs))
  }

  async #all(): Promise<LiveRoom[]> {
    const rooms = await Promise.all([...this.#rooms.values()].map(async (room) => await room.catch(() => null)))
    return rooms.filter((room) => room !== null)
  }

  #each(visit: (room: LiveRoom) => Promise<void>): void {
    this.#all()
      .then(async (rooms) => await Promise.all(rooms.map(visit)))
      .catch((fault: unknown) => this.#needs.log.error({ fault }, 'a report of the media engine was lost'))
  }
}
