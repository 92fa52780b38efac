import { byPerson, toPerson, type CommandRows } from '../command-row.ts'
import { declineInvitation, holdBackstage, invite, revokeInvitation } from './invitations.ts'

/** The commands of invitations to the stage. */
export const invitationCommands: CommandRows<'invite' | 'holdBackstage' | 'revokeInvitation' | 'declineInvitation'> = {
  invite: toPerson('invite', ({ me, target, at }) => invite(me, target, at)),
  holdBackstage: toPerson('holdBackstage', ({ me, target, at }) => holdBackstage(me, target, at)),
  revokeInvitation: toPerson('revokeInvitation', ({ me, target, at }) => revokeInvitation(me, target, at)),
  declineInvitation: byPerson(null, ({ session, me, at }) => declineInvitation(session, me, at)),
}
