import { pickLanguage } from '../../protocol/language.ts'
import type { NewInvites } from '../../protocol/portal/invites.ts'
import type { Millis, PersonId, RoomId } from '../../protocol/types.ts'
import type { Invitee } from '../../rules/invites/read-list.ts'
import { keyOf, newId } from '../secrets.ts'
import type { NewInvite } from './invite-rows.ts'

/** An invitation of a room for somebody, not kept yet. */
export function newInvite(
  { role, lasts, isSingle, isBound, language }: NewInvites,
  { email, firstName, lastName }: Invitee,
  { room, by, at, token }: { room: RoomId; by: PersonId; at: Millis; token: string },
): NewInvite {
  return {
    id: newId(),
    room,
    role,
    key: keyOf(token),
    email,
    firstName,
    lastName,
    language: pickLanguage([language]),
    createdAt: at,
    by,
    expiresAt: lasts === null ? null : at + lasts,
    singleUse: Number(isSingle),
    bound: Number(isBound),
  }
}
