import { MembersPage, type FormerMember, type NewMember } from '../../../protocol/members.ts'
import type { RoomId } from '../../../protocol/types.ts'
import { asked } from '../api.ts'

export const readMembers = async (room: RoomId) => await asked(MembersPage, `/api/rooms/${room}/members`)
export const addMember = async (room: RoomId, member: NewMember) =>
  await asked(MembersPage, `/api/rooms/${room}/members`, member)
export const removeMember = async (room: RoomId, member: FormerMember) =>
  await asked(MembersPage, `/api/rooms/${room}/members/remove`, member)
export const handOverRoom = async (room: RoomId, email: string) =>
  await asked(MembersPage, `/api/rooms/${room}/hand-over`, { email })
