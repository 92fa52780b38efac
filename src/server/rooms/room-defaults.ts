import type { RoomStart, SessionSettings } from '../../protocol/session.ts'
import { settingsOf, startFrom } from '../../rules/rooms/room-start.ts'
import { nothingYet, type Session } from '../../rules/session/session.ts'
import type { Clock } from '../clock.ts'
import type { Store, StoredRoom } from '../store/store.ts'

/** A room as the store has it, and what its sessions begin with. [ROOM-3] */
export class RoomDefaults {
  #room: StoredRoom
  readonly #store: Store
  readonly #clock: Clock

  constructor(room: StoredRoom, { store, clock }: { store: Store; clock: Clock }) {
    this.#room = room
    this.#store = store
    this.#clock = clock
  }

  get room(): StoredRoom {
    return this.#room
  }

  /** Reads it again: it may have been set otherwise. */
  async read(): Promise<StoredRoom> {
    this.#room = (await this.#store.room(this.#room.id)) ?? this.#room
    return this.#room
  }

  /** What the first session would begin with. */
  get first(): Session {
    const { id, name } = this.#room
    const { mode, access, stageSize, sizes, reactions, hands, waitingRoom } = settingsOf(this.#room, null)
    return {
      ...nothingYet(),
      mode,
      access,
      stageSize,
      sizes,
      reactions,
      handsOn: hands,
      locked: waitingRoom,
      room: id,
      name,
    }
  }

  /** What the next session would begin with, after one that runs or has ended. */
  next(last: Session): SessionSettings {
    const { sizes: _sizes, ...settings } = settingsOf(this.#room, begun(last))
    return settings
  }

  /** What has to be kept for the next session to begin as wanted. */
  startFrom(last: Session, wanted: SessionSettings): RoomStart {
    return startFrom(this.#room, begun(last), wanted, this.#clock.now())
  }
}

const begun = (session: Session): Session | null => (session.startedAt > 0 ? session : null)
