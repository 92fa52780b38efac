import * as v from 'valibot'
import {
  InvitePage,
  InvitesMade,
  type InviteMade,
  type InviteRow,
  type NewInvites,
} from '../../src/protocol/portal/invites.ts'
import type { Scene, Visitor } from './app-server.ts'

/** What is asked when nothing else is said: a viewer's link for Noor, without any limit. */
const ASKED: NewInvites = {
  role: 'viewer',
  lasts: null,
  isSingle: false,
  isBound: false,
  language: 'en',
  to: { email: 'noor@example.org', firstName: 'Noor', lastName: 'Rahimi' },
}

/** The paths of a room's invitations. */
export const invitesOf = (room: string) => `/api/rooms/${room}/invites`

/** Where a page asks about an invitation, and comes in by it. */
export const pathOf = ({ token }: InviteMade) => `/api/links/${token}`

/** Makes invitations. */
export async function invites(scene: Scene, host: Visitor, asked: Partial<NewInvites> = {}): Promise<InvitesMade> {
  return v.parse(InvitesMade, (await scene.post(invitesOf(host.room), { ...ASKED, ...asked }, { ...host })).body)
}

/** Makes one invitation. */
export async function invitesOne(scene: Scene, host: Visitor, asked: Partial<NewInvites> = {}): Promise<InviteMade> {
  const [made] = (await invites(scene, host, asked)).made
  if (!made) throw new Error('no invitation was made')
  return made
}

/** The invitations of a room, the newest first. */
export async function listed(scene: Scene, host: Visitor): Promise<InviteRow[]> {
  return v.parse(InvitePage, (await scene.get(invitesOf(host.room), { ...host })).body).invites
}
