import {
  InviteMade,
  InvitePage,
  InviteRow,
  InvitesMade,
  InvitesSent,
  type NewInvites,
} from '../../../protocol/portal/invites.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { asked } from '../api.ts'

const pathOf = (room: RoomId) => `/api/rooms/${room}/invites`

export const makeInvites = async (room: RoomId, invites: NewInvites) => await asked(InvitesMade, pathOf(room), invites)
/** The newest invitations of a room, or those before a number. */
export const readInvites = async (room: RoomId) => await asked(InvitePage, pathOf(room))
export const readOlder = async (room: RoomId, before: number) =>
  await asked(InvitePage, `${pathOf(room)}?before=${before}`)
export const revokeInvite = async (room: RoomId, id: string) =>
  await asked(InviteRow, `${pathOf(room)}/${id}/revoke`, {})
export const sendAgain = async (room: RoomId, id: string) => await asked(InviteRow, `${pathOf(room)}/${id}/again`, {})
/** Gives an invitation another address; the one of before leads nowhere then. */
export const makeAnew = async (room: RoomId, id: string) => await asked(InviteMade, `${pathOf(room)}/${id}/anew`, {})
export const sendInvites = async (room: RoomId, made: readonly InviteMade[]) =>
  await asked(InvitesSent, `${pathOf(room)}/send`, {
    invites: made.map(({ invite, token }) => ({ id: invite.id, token })),
  })
