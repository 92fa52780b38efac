import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RoomId } from '../../protocol/types.ts'
import type { AppContext, AppNeeds } from '../app-context.ts'
import { openConverter } from '../convert/converter.ts'
import { Renditions } from '../renditions/renditions.ts'
import type { Room } from '../rooms/room.ts'
import type { RoomRegistry } from '../rooms/registry.ts'
import { Whiteboards } from '../whiteboard/whiteboards.ts'
import { Documents } from './documents.ts'
import { openUploads } from './uploads.ts'

/** What keeps the files of rooms; a room that is in memory is told what becomes of them. */
export async function openContent(
  needs: AppNeeds,
  rooms: RoomRegistry,
): Promise<Pick<AppContext, 'documents' | 'renditions' | 'uploads' | 'whiteboards'>> {
  const { config, log } = needs
  const tell = (room: RoomId, what: (live: Room) => unknown) => {
    rooms
      .inMemory(room)
      .then((live) => live && what(live))
      .catch((fault: unknown) => log.warn({ room, fault }, 'a room could not be told of its files'))
  }
  const folder = join(config.dataFolder, 'converted')
  // What a server of before was in the middle of is begun anew.
  await rm(folder, { recursive: true, force: true })
  const renditions = new Renditions({
    ...needs,
    converter: await openConverter({ ...needs.converting, folder: join(config.dataFolder, 'converting'), log }),
    folder,
    changed: (room) => tell(room, (live) => live.contentChanged()),
  })
  const documents = new Documents({
    ...needs,
    limits: config.content,
    renditions,
    gone: (room, document) =>
      tell(room, async (live) => {
        live.contentChanged()
        await live.put(live.session.id, { type: 'contentGone', document })
      }),
    lost: (room) =>
      tell(room, async (live) => {
        live.contentChanged()
        const item = live.session.content?.item
        if (!item || item.kind === 'whiteboard' || (await documents.find(room, item.document))) return
        await live.put(live.session.id, { type: 'contentGone', document: item.document })
      }),
  })
  const uploads = await openUploads({ ...needs, limits: config.content, folder: config.dataFolder, documents })
  const whiteboards = new Whiteboards({
    ...needs,
    async tell(room, frame) {
      const live = await rooms.inMemory(room)
      live?.tellInside(frame)
      return live?.size ?? 0
    },
  })
  return { documents, renditions, uploads, whiteboards }
}
