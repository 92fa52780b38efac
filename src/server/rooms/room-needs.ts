import type { Logger } from 'pino'
import type { ContentItem } from '../../protocol/presenting/content.ts'
import type { DocumentId, Millis, RoomId } from '../../protocol/types.ts'
import type { Clock } from '../clock.ts'
import type { Media } from '../media/media.ts'
import type { Rehearse } from '../rehearse/rehearse.ts'
import type { Store } from '../store/store.ts'

/** What a room needs of the server; `Room` is its own type. */
export type RoomNeedsOf<Room> = {
  store: Store
  media: Media
  clock: Clock
  log: Logger
  video: number
  patience: Millis
  /** Over how many ms people spread themselves who come back to a server that was away. [AWAY-5] */
  spread(): Millis
  rehearse: Rehearse
  /** Whether the time of a room has come. [SCHEDULE-7] */
  isOpenNow(room: RoomId): Promise<boolean>
  /** What a document of a room would be presented as; null where there is nothing of it to show. [PRESENT-1] */
  itemOf(room: RoomId, document: DocumentId): Promise<ContentItem | null>
  /** The room is about to be deleted for good; what it resolves to is done once it is. */
  goes(room: RoomId): Promise<() => Promise<void>>
  /** The room has this name in the media engine from now on. */
  named(name: string, room: Room): void
  /** Something was let go of that is still in the file. */
  erase(): void
  /** The room is no more. */
  deleted(room: Room): void
}
