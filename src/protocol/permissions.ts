import * as v from 'valibot'
import { command, event } from './shapes.ts'
import { Custom } from './views.ts'
import { GivenRole, Id, Permission, Role } from './types.ts'

/** What is asked of people's roles and permissions. */
export const permissionCommands = [
  command('setRole', { person: Id, role: GivenRole }),
  command('setChatModerator', { person: Id, on: v.boolean() }),
  command('setPermissions', {
    person: Id,
    /** Those that are to be other; the rest stays as it is. */
    permissions: v.object(v.entriesFromList(Permission.options, v.exactOptional(v.boolean()))),
  }),
] as const

/** Roles and permissions are given. */
export const permissionEvents = [
  /** `by` is null where an invite link gave it. */
  event('roleSet', { person: Id, role: GivenRole, was: Role, by: v.nullable(Id) }),
  event('chatModeratorSet', { person: Id, on: v.boolean(), by: Id }),
  event('permissionsSet', { person: Id, custom: Custom, by: Id }),
] as const
