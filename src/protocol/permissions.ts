import * as v from 'valibot'
import { command, event } from './shapes.ts'
import { Custom } from './views.ts'
import { GivenRole, Id, Permission, Role } from './types.ts'

/** The commands of roles and permissions. */
export const permissionCommands = [
  command('setRole', { person: Id, role: GivenRole }),
  command('setChatModerator', { person: Id, on: v.boolean() }),
  command('setPermissions', {
    person: Id,
    /** The permissions to change; the others stay as they are. */
    permissions: v.object(v.entriesFromList(Permission.options, v.exactOptional(v.boolean()))),
  }),
] as const

/** Roles and permissions are given. */
export const permissionEvents = [
  /** `by` is null if an invite link gave the role. */
  event('roleSet', {
    person: Id,
    role: GivenRole,
    was: Role,
    by: v.nullable(Id),
    /** It comes by who the person is, and is not kept as their own. [MEMBER-3] */
    named: v.optional(v.literal(true)),
  }),
  /** `named`: whether it comes by who they are from now on; absent where somebody gave or took it here. `on` is what counts. */
  event('chatModeratorSet', { person: Id, on: v.boolean(), by: v.nullable(Id), named: v.optional(v.boolean()) }),
  event('permissionsSet', { person: Id, custom: Custom, by: Id }),
] as const
