import { toPerson, type CommandRows } from '../command-row.ts'
import { setChatModerator, setPermissions, setRole } from './roles.ts'

/** The commands of roles and permissions. */
export const permissionCommands: CommandRows<'setRole' | 'setChatModerator' | 'setPermissions'> = {
  setRole: toPerson(null, ({ session, me, target, command, at }) => setRole(session, me, target, command.role, at)),
  setChatModerator: toPerson('setChatModerator', ({ me, target, command, at }) =>
    setChatModerator(me, target, command.on, at),
  ),
  setPermissions: toPerson('editPermissions', ({ session, me, target, command, at }) =>
    setPermissions(session, me, target, command.permissions, at),
  ),
}
