import * as v from 'valibot'
import { BoardMade, BoardPageState, type BoardElement } from '../../../protocol/presenting/whiteboard.ts'
import type { DocumentId, RoomId } from '../../../protocol/types.ts'
import { asked } from '../../portal/api.ts'

const of = (room: RoomId) => `/api/rooms/${room}/whiteboards`

export const makeBoard = async (room: RoomId, name: string) => await asked(BoardMade, of(room), { name })
/** All that is drawn on a page: of a whiteboard, or over a file, whose own id is `board` then. */
export const readPage = async (room: RoomId, board: DocumentId, page: number) =>
  await asked(BoardPageState, `${of(room)}/${board}/pages/${page}`)
export const addPage = async (room: RoomId, board: DocumentId) =>
  await asked(BoardMade, `${of(room)}/${board}/pages`, {})
export const draw = async (room: RoomId, board: DocumentId, page: number, elements: readonly BoardElement[]) =>
  await asked(v.null(), `${of(room)}/${board}/pages/${page}`, { elements })
export const point = async (
  room: RoomId,
  board: DocumentId,
  where: { page: number; x: number; y: number; laser: boolean },
) => await asked(v.null(), `${of(room)}/${board}/pointer`, where)
