import * as v from 'valibot'
import { Typed } from './names.ts'
import { about, bare, command, event, flip } from './shapes.ts'
import { Retained, NOTHING_RETAINED, PersonView } from './views.ts'
import { Id, Role } from './types.ts'

/** The commands of entering, leaving and the lobby. */
export const entryCommands = [
  command('join', { page: Id }),
  bare('leave'),
  /** Leaves the room, and deletes what is kept of oneself in it. [KEEP-6] */
  bare('deleteMyData'),
  /** Changes one's own name, for everybody. [NAME-3] */
  command('changeName', { name: Typed }),
  flip('lockRoom'),
  about('admit'),
  bare('admitAll'),
  about('declineEntry'),
] as const

/** Whether a person left, or was cut off for too long. */
export const Gone = v.picklist(['self', 'gone'])

/**
 * People join, leave, lose their connection, and wait in the lobby. `met` is sent and never stored: it introduces a person to somebody who
 * did not need to know them before.
 */
export const entryEvents = [
  /** `page`: the page they joined with; others are not sent it. */
  event('joined', {
    person: Id,
    name: v.string(),
    role: Role,
    kept: v.optional(Retained, NOTHING_RETAINED),
    page: v.optional(v.string(), ''),
    bot: v.optional(v.literal(true)),
    picture: v.optional(Id),
  }),
  event('left', { person: Id, why: Gone }),
  event('pageSeen', { person: Id, page: Id }),
  /** `typed`: what the room keeps beyond the session: the name without a number. [NAME-4] */
  event('nameChanged', { person: Id, name: v.string(), was: v.string(), typed: v.optional(v.string(), '') }),
  /** Somebody's picture is another from now on; null for none. [PICTURE-6] */
  event('pictureSet', { person: Id, picture: v.nullable(Id) }),
  event('connectionLost', { person: Id, until: v.number() }),
  event('everyConnectionLost', { until: v.number() }),
  event('cameBack', { person: Id }),
  event('roomLocked', { on: v.boolean(), by: Id }),
  /** `uninvited`: they have asked to be let in without any invitation. [ASK-1] */
  event('waiting', {
    person: Id,
    name: v.string(),
    role: Role,
    page: v.optional(v.string(), ''),
    uninvited: v.optional(v.literal(true)),
  }),
  event('admitted', { person: Id, by: Id }),
  /** All who have waited since a time, or before, are on their way in. */
  event('admittingAll', { by: Id, since: v.number() }),
  event('entryDeclined', { person: Id, by: Id }),
  event('stoppedWaiting', { person: Id, why: Gone }),
  /** All that was known of somebody is gone. */
  event('dataDeleted', { person: Id }),
  event('met', { person: PersonView }),
] as const
