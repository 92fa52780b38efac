import * as v from 'valibot'
import { about, bare, event } from './shapes.ts'
import { Id } from './types.ts'

/** The commands of invitations to the stage. */
export const invitationCommands = [
  about('invite'),
  /** Invites a person backstage, or changes an open invitation to lead there. [BACKSTAGE-1] */
  about('holdBackstage'),
  about('revokeInvitation'),
  bare('declineInvitation'),
] as const

export const InvitationEnd = v.picklist(['joined', 'declined', 'revoked'])

/** People are invited to the stage. */
export const invitationEvents = [
  event('invited', { person: Id, by: Id, hold: v.optional(v.boolean(), false) }),
  event('invitationClosed', { person: Id, why: InvitationEnd, by: v.nullable(Id) }),
] as const
