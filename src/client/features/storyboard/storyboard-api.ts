import { Storyboard, Storyboards } from '../../../protocol/presenting/storyboard.ts'
import type { DocumentId, RoomId } from '../../../protocol/types.ts'
import { asked } from '../../portal/api.ts'

const strip = (room: RoomId) => `/api/rooms/${room}/storyboard`
const saved = (room: RoomId) => `/api/rooms/${room}/storyboards`

export const readStoryboard = async (room: RoomId) => await asked(Storyboard, strip(room))

/** Arranges the strip anew, on the revision that was seen. */
export const changeStoryboard = async (room: RoomId, revision: number, documents: readonly DocumentId[]) =>
  await asked(Storyboard, strip(room), { revision, documents })

export const readSaved = async (room: RoomId) => await asked(Storyboards, saved(room))
export const saveAs = async (room: RoomId, name: string) => await asked(Storyboards, saved(room), { name })
export const renameSaved = async (room: RoomId, id: string, name: string) =>
  await asked(Storyboards, `${saved(room)}/${id}`, { name })
export const importSaved = async (room: RoomId, id: string) =>
  await asked(Storyboard, `${saved(room)}/${id}/import`, {})
export const deleteSaved = async (room: RoomId, id: string) =>
  await asked(Storyboards, `${saved(room)}/${id}/delete`, {})
