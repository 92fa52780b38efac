import * as v from 'valibot'
import { Document, Documents, type DocumentSort } from '../../../protocol/portal/content.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { asked } from '../../portal/api.ts'

/** Which files of a room are looked for, and in what order. */
export type Wish = { whose: 'mine' | 'room'; search: string; sort: DocumentSort }

const of = (room: RoomId) => `/api/rooms/${room}/documents`

/** A window of the files. */
export async function findDocuments(room: RoomId, { whose, search, sort }: Wish, from: number) {
  const order = sort === 'name' ? 'up' : 'down'
  const query = new URLSearchParams({ whose, search, sort, order, from: String(from) })
  return await asked(Documents, `${of(room)}?${query.toString()}`)
}

export const renameDocument = async (room: RoomId, id: string, name: string) =>
  await asked(Document, `${of(room)}/${id}`, { name })

/** Brings the captions of a film, as WebVTT. [FILM-3] */
export const setCaptions = async (room: RoomId, id: string, text: string) =>
  await asked(v.null(), `${of(room)}/${id}/captions`, { text })

export const deleteDocument = async (room: RoomId, id: string) => await asked(v.null(), `${of(room)}/${id}/delete`, {})

/** Where a file is fetched as it came. */
export const originalOf = (room: RoomId, id: string) => `${of(room)}/${id}/original`
