import * as v from 'valibot'
import { PICTURE_BYTES_MAX, PictureKept, type RoomPictures, type RoomPlace } from '../../../protocol/rooms.ts'
import { asked, type Answer } from '../api.ts'
import { shrunk } from './shrunk.ts'

/** What keeps a picture, and takes it away. `path`: where it can be seen then. */
export type Keeper = {
  keep: (file: Blob) => Promise<Answer<PictureKept>>
  remove: () => Promise<Answer<null>>
}

/** Keeps a picture on the server at once. */
function keeperAt(path: string): Keeper {
  return {
    async keep(file) {
      const small = await shrunk(file)
      if (small.size > PICTURE_BYTES_MAX) return { refused: { refusal: 'picture-large' } }
      return await asked(PictureKept, path, small)
    },
    remove: async () => await asked(v.null(), `${path}/remove`, {}),
  }
}

/** Keeps the picture of the account. [PICTURE-1] */
export const ofAccount = keeperAt('/api/account/picture')

/** Keeps a picture of a room. [PICTURE-1] */
export const ofRoom = (room: string, place: RoomPlace): Keeper => keeperAt(`/api/rooms/${room}/pictures/${place}`)

/** The pictures of a room that is not made yet: those of another room to begin with, and those that are chosen. */
export class LaterPictures {
  readonly #files = new Map<RoomPlace, () => Promise<Blob>>()

  constructor(from: RoomPictures | null) {
    for (const [place, path] of entriesOf(from))
      if (path !== null) this.#files.set(place, async () => await (await fetch(path)).blob())
  }

  /** Keeps a picture in this page, until the room is there. */
  of(place: RoomPlace): Keeper {
    return {
      keep: async (file) => {
        const drawn = await createImageBitmap(file).catch(() => null)
        if (!drawn) return { refused: { refusal: 'picture-unknown' } }
        drawn.close()
        this.#files.set(place, async () => file)
        return { ok: { path: URL.createObjectURL(file) } }
      },
      remove: async () => {
        this.#files.delete(place)
        return { ok: null }
      },
    }
  }

  /** Sends them to the room, now that it is there. What was kept is not sent again. */
  async send(room: string): Promise<Answer<null>> {
    for (const [place, read] of this.#files) {
      const file = await read().catch(() => null)
      if (!file) return { unreachable: true }
      const answer = await ofRoom(room, place).keep(file)
      if (!('ok' in answer)) return answer
      this.#files.delete(place)
    }
    return { ok: null }
  }
}

const entriesOf = (from: RoomPictures | null): [RoomPlace, string | null][] =>
  from
    ? [
        ['picture', from.picture],
        ['logo', from.logo],
        ['waiting', from.waiting],
      ]
    : []
