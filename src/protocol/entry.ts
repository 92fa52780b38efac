import * as v from 'valibot'
import { Typed } from './names.ts'
import { about, bare, command, event, flip } from './shapes.ts'
import { Retained, NOTHING_RETAINED, PersonView } from './views.ts'
import { Id, Role } from './types.ts'

/** What is asked to come in, to go, and of the lobby. */
export const entryCommands = [
  command('join', { page: Id }),
  bare('leave'),
  /** One's own, for everybody. [NAME-3] */
  command('changeName', { name: Typed }),
  flip('lockRoom'),
  about('admit'),
  bare('admitAll'),
  about('declineEntry'),
] as const

/** Whether somebody went, or was away for too long. */
export const Gone = v.picklist(['self', 'gone'])

/**
 * People come, go, lose their connection, and wait to be let in. `met` is told and never stored: it introduces a person to somebody who
 * had no need to know them.
 */
export const entryEvents = [
  /** `page`: where; others are not told. */
  event('joined', {
    person: Id,
    name: v.string(),
    role: Role,
    kept: v.optional(Retained, NOTHING_RETAINED),
    page: v.optional(v.string(), ''),
    bot: v.optional(v.literal(true)),
  }),
  event('left', { person: Id, why: Gone }),
  event('pageSeen', { person: Id, page: Id }),
  /** `typed`: what is kept of it beyond the session: the name without a number. [NAME-4] */
  event('nameChanged', { person: Id, name: v.string(), was: v.string(), typed: v.optional(v.string(), '') }),
  event('connectionLost', { person: Id, until: v.number() }),
  event('everyConnectionLost', { until: v.number() }),
  event('cameBack', { person: Id }),
  event('roomLocked', { on: v.boolean(), by: Id }),
  event('waiting', { person: Id, name: v.string(), role: Role, page: v.optional(v.string(), '') }),
  event('admitted', { person: Id, by: Id }),
  event('entryDeclined', { person: Id, by: Id }),
  event('stoppedWaiting', { person: Id, why: Gone }),
  event('met', { person: PersonView }),
] as const
