import * as v from 'valibot'
import { about, bare, event } from './shapes.ts'
import { Id } from './types.ts'

/** What is asked of invitations to the stage. */
export const invitationCommands = [
  about('invite'),
  /** Calls somebody up backstage, or keeps there who was called up. [BACKSTAGE-1] */
  about('holdBackstage'),
  about('revokeInvitation'),
  bare('declineInvitation'),
] as const

export const InvitationEnd = v.picklist(['joined', 'declined', 'revoked'])

/** People are called up. */
export const invitationEvents = [
  event('invited', { person: Id, by: Id, hold: v.optional(v.boolean(), false) }),
  event('invitationClosed', { person: Id, why: InvitationEnd, by: v.nullable(Id) }),
] as const
