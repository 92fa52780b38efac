import { sql } from 'kysely'
import type { PersonId, PictureId, RoomId } from '../../protocol/types.ts'
import type { AppContext } from '../app-context.ts'
import type { Room } from '../rooms/room.ts'

/** Shows somebody in a room with a picture, or with none; at once where they are inside. [PICTURE-6] */
export async function showPicture(live: Room, person: PersonId, picture: PictureId | null): Promise<void> {
  live.people.setPicture(person, picture)
  const inside = live.session.people.get(person)
  if (inside && (inside.picture ?? null) !== picture)
    await live.put(live.session.id, { type: 'pictureSet', person, picture })
}

/** An account has another picture, or none: it is seen so in every room where it is somebody. */
export async function showPictureInRooms(
  { database, rooms, visitors }: Pick<AppContext, 'database' | 'rooms' | 'visitors'>,
  account: string,
  picture: PictureId | null,
): Promise<void> {
  const guests = JSON.stringify(await visitors.hashesOfOne(account))
  const theirs = sql<{ room: RoomId }>`
    SELECT DISTINCT room FROM people WHERE guest IN (SELECT value FROM json_each(${guests}))`
  const { rows } = await theirs.execute(database)
  for (const { room } of rows) {
    const live = await rooms.inMemory(room)
    if (!live) continue
    for (const person of await visitors.peopleOf(account, live)) await showPicture(live, person, picture)
  }
}
